-- Clients who wait for a time that suits them, and what was offered to whom. The time of an offer is kept as a hold keeps it: it is a
-- row in appointment like any other.

CREATE TABLE waiting_entry (
  id uuid PRIMARY KEY,
  version int NOT NULL DEFAULT 0,
  therapist_id uuid NOT NULL REFERENCES therapist,
  type_id uuid NOT NULL REFERENCES session_type,
  client_ref bytea NOT NULL,
  client_tag bytea NOT NULL CHECK (octet_length(client_tag) = 32),
  times int NOT NULL CHECK (times BETWEEN 1 AND 2097151),
  place int NOT NULL,
  since timestamptz NOT NULL,
  expires_on date NOT NULL,
  CONSTRAINT waiting_once UNIQUE (client_tag)
);
CREATE INDEX waiting_entry_of_therapist ON waiting_entry (therapist_id, place, since);
COMMENT ON TABLE waiting_entry IS 'T2: client_ref client_tag; T3: id version therapist_id type_id times place since expires_on';

CREATE TABLE waiting_offer (
  appointment_id uuid PRIMARY KEY,
  entry_id uuid NOT NULL REFERENCES waiting_entry ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('OPEN', 'TAKEN', 'PASSED'))
);
CREATE UNIQUE INDEX waiting_offer_one_at_a_time ON waiting_offer (entry_id) WHERE outcome = 'OPEN';
COMMENT ON TABLE waiting_offer IS 'T3: appointment_id entry_id starts_at until outcome';

GRANT SELECT, INSERT, UPDATE, DELETE ON waiting_entry, waiting_offer TO practice_app;
