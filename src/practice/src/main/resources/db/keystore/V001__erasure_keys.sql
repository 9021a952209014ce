-- Erasure keys, wrapped by the keystore key. No case, no person, no purpose stands here: destroying a row makes what
-- was sealed with it unreadable, in the live database and, once these backups have aged out, in every old one.

CREATE TABLE erasure_key (
  ek_id uuid PRIMARY KEY,
  made_at timestamptz NOT NULL,
  wrapped bytea NOT NULL,
  ksk_version int NOT NULL,
  claimed_on date
);
CREATE INDEX erasure_key_free ON erasure_key (made_at) WHERE claimed_on IS NULL;
COMMENT ON TABLE erasure_key IS 'T1: wrapped; T3: ek_id made_at ksk_version claimed_on';

CREATE TABLE tombstone (
  hash bytea PRIMARY KEY,
  erased_on date NOT NULL
);
COMMENT ON TABLE tombstone IS 'T3: hash erased_on';

GRANT SELECT, INSERT, UPDATE, DELETE ON erasure_key TO keystore_app;
GRANT SELECT, INSERT ON tombstone TO keystore_app;
