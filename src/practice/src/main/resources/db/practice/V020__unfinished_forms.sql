-- Unfinished forms that somebody took a code for: sealed under her code and the day's erasure key, all of one size, gone 72
-- hours after they were last saved. Nobody else can open one, and nobody is told of it.

-- One erasure key a day for all of them, so that visitors cannot drain the pool. It is destroyed once its last form is gone.
CREATE TABLE draft_day (
  day date PRIMARY KEY,
  ek_id uuid NOT NULL UNIQUE
);
COMMENT ON TABLE draft_day IS 'T3: day ek_id';

CREATE TABLE code_draft (
  draft_id uuid PRIMARY KEY,
  lookup bytea NOT NULL UNIQUE CHECK (octet_length(lookup) = 32),
  day date NOT NULL REFERENCES draft_day,
  expires_on date NOT NULL,
  ends_at timestamptz NOT NULL,
  sealed bytea NOT NULL
);
CREATE INDEX code_draft_ends ON code_draft (ends_at);
COMMENT ON TABLE code_draft IS 'T1: sealed; T2: lookup; T3: draft_id day expires_on ends_at';

GRANT SELECT, INSERT, UPDATE, DELETE ON code_draft TO practice_app;
GRANT SELECT, INSERT, DELETE ON draft_day TO practice_app;
