-- What each vault remembers of everybody's keys, and lists of recipients that wait for a second signature.

-- Sealed under the seed of the very keys it belongs to. Its newest version is also in the log: a missing sheet shows.
CREATE TABLE pin_sheet (
  key_id uuid PRIMARY KEY,
  version int NOT NULL CHECK (version >= 1),
  sealed bytea NOT NULL,
  kept_on date NOT NULL
);
COMMENT ON TABLE pin_sheet IS 'T1: sealed; T3: key_id version kept_on';

-- One person's wish, signed by her. The list in force stays in force until a second person signs the same.
CREATE TABLE recipient_proposal (
  id uuid PRIMARY KEY,
  version int NOT NULL,
  previous_hash bytea NOT NULL,
  recipients text NOT NULL,
  signer_id uuid NOT NULL,
  signer_key_id uuid NOT NULL,
  signature bytea NOT NULL,
  proposed_on date NOT NULL,
  UNIQUE (version, signer_id)
);
COMMENT ON TABLE recipient_proposal IS 'T3: id version previous_hash recipients signer_id signer_key_id signature proposed_on';

-- Not signed: it says when, and nothing depends on it.
ALTER TABLE vouch ADD COLUMN day date NOT NULL DEFAULT current_date;
COMMENT ON TABLE vouch IS 'T3: id entry_hash voucher_id voucher_key_id signature day';

GRANT SELECT, INSERT, UPDATE ON pin_sheet TO practice_app;
GRANT SELECT, INSERT, DELETE ON recipient_proposal TO practice_app;

-- What people signed for each other is never taken back, only followed by something newer.
REVOKE DELETE ON vouch, recipient_list, recipient, recipient_signature FROM practice_app;
