-- Outcome measures: which form is asked of whom, and when; what comes back goes the way that answers before a session go.

-- What a client sends into her case before somebody who holds it takes it into the record: no longer the check before a session alone.
ALTER TABLE sent_check ADD COLUMN kind text NOT NULL DEFAULT 'CHECK' CHECK (kind ~ '^[A-Z_]{1,30}$');
COMMENT ON TABLE sent_check IS 'T1: sealed; T3: id case_id epoch day kind';

-- Which measures a client and her therapist have agreed on. The server has to know, to ask them; whoever has the database does not.
CREATE TABLE measure_plan (
  case_id uuid PRIMARY KEY REFERENCES case_record,
  sealed bytea NOT NULL
);
COMMENT ON TABLE measure_plan IS 'T2: sealed; T3: case_id';
GRANT SELECT, INSERT, UPDATE, DELETE ON measure_plan TO practice_app;
