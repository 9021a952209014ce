-- Erasing a record: asked for by one person, approved by another, and what is kept as proof. No clinical word stands here.

ALTER TABLE case_record DROP CONSTRAINT case_record_state_check;
ALTER TABLE case_record ADD CONSTRAINT case_record_state_check
  CHECK (state IN ('ACTIVE', 'PAUSED', 'ENDED', 'ERASING'));
GRANT DELETE ON case_record TO practice_app;

CREATE TABLE legal_hold (
  case_id uuid PRIMARY KEY REFERENCES case_record,
  reason text NOT NULL CHECK (reason IN ('COURT_OR_POLICE', 'COMPLAINT_OR_CLAIM', 'SAFEGUARDING')),
  set_by uuid,
  set_by_role text NOT NULL,
  set_on date NOT NULL
);
COMMENT ON TABLE legal_hold IS 'T3: case_id reason set_by set_by_role set_on';

CREATE TABLE erasure (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  designation text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('CLIENT_ASKED', 'RETENTION_ENDED', 'OPENED_BY_MISTAKE')),
  state text NOT NULL CHECK (state IN ('ASKED', 'WITHDRAWN', 'REFUSED', 'ERASING', 'ERASED')),
  asked_by uuid NOT NULL,
  asked_by_account uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  not_before timestamptz,
  decided_by uuid,
  decided_by_role text,
  decided_at timestamptz,
  erased_on date,
  version int NOT NULL DEFAULT 0,
  CHECK ((state = 'ERASED') = (erased_on IS NOT NULL))
);
CREATE UNIQUE INDEX one_erasure_of_a_case_at_a_time ON erasure (case_id) WHERE state IN ('ASKED', 'ERASING');
COMMENT ON TABLE erasure IS 'T3: id case_id designation reason state asked_by asked_by_account asked_at not_before decided_by decided_by_role decided_at erased_on version';

CREATE TABLE erasure_tombstone (
  erasure_id uuid NOT NULL REFERENCES erasure,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (erasure_id, hash)
);
COMMENT ON TABLE erasure_tombstone IS 'T3: erasure_id hash';

-- So that somebody who signs in again is told what became of her record. The same keyed hash as in client.
CREATE TABLE erased_client (
  account_tag bytea PRIMARY KEY CHECK (octet_length(account_tag) = 32),
  erased_on date NOT NULL
);
COMMENT ON TABLE erased_client IS 'T2: account_tag; T3: erased_on';

-- An appointment outlives its client's record as a time that was taken, and no more; what is to come keeps its client.
ALTER TABLE appointment ALTER COLUMN client_ref DROP NOT NULL;
ALTER TABLE appointment ALTER COLUMN client_tag DROP NOT NULL;
ALTER TABLE appointment ADD CONSTRAINT whose_it_is CHECK ((client_ref IS NULL) = (client_tag IS NULL));

GRANT SELECT, INSERT, DELETE ON legal_hold TO practice_app;
GRANT SELECT, INSERT, UPDATE ON erasure TO practice_app;
GRANT SELECT, INSERT ON erasure_tombstone TO practice_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON erased_client TO practice_app;
