-- Who works here, which cases exist, who holds which, and which sign-in belongs to which case.

CREATE TABLE therapist (
  id uuid PRIMARY KEY,
  account_tag bytea NOT NULL UNIQUE CHECK (octet_length(account_tag) = 32),
  shown_name text NOT NULL CHECK (char_length(shown_name) BETWEEN 1 AND 60),
  mail bytea,
  zone text NOT NULL,
  since date NOT NULL
);
COMMENT ON TABLE therapist IS 'T2: account_tag mail; T3: id shown_name zone since';

CREATE TABLE case_record (
  id uuid PRIMARY KEY,
  designation text NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED', 'ENDED')),
  opened_on date NOT NULL,
  version int NOT NULL DEFAULT 0
);
COMMENT ON TABLE case_record IS 'T3: id designation state opened_on version';

CREATE TABLE caseload (
  case_id uuid NOT NULL REFERENCES case_record,
  therapist_id uuid NOT NULL REFERENCES therapist,
  since date NOT NULL,
  PRIMARY KEY (case_id, therapist_id)
);
CREATE INDEX caseload_of_therapist ON caseload (therapist_id);
COMMENT ON TABLE caseload IS 'T3: case_id therapist_id since';

-- The sign-in that belongs to a case, as a keyed hash: no account name stands beside a client.
CREATE TABLE client (
  case_id uuid PRIMARY KEY REFERENCES case_record,
  account_tag bytea NOT NULL UNIQUE CHECK (octet_length(account_tag) = 32),
  joined_on date NOT NULL
);
COMMENT ON TABLE client IS 'T2: account_tag; T3: case_id joined_on';

GRANT SELECT, INSERT, UPDATE ON therapist, case_record TO practice_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON caseload, client TO practice_app;
