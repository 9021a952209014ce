-- Sign-ins that are suspended, by the reference under which the log names them: the application refuses them by itself, whatever the
-- identity server has still handed out. therapist_id: hers, if she is one, so that what asks without a sign-in is refused as well.

CREATE TABLE suspended_account (
  account uuid PRIMARY KEY,
  therapist_id uuid REFERENCES therapist,
  suspended_at timestamptz NOT NULL
);
COMMENT ON TABLE suspended_account IS 'T3: account therapist_id suspended_at';

GRANT SELECT, INSERT, DELETE ON suspended_account TO practice_app;
