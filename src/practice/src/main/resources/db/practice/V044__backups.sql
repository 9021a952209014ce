-- When a backup was made, and when a restored one was looked at and was good. The operator's tool writes it, as the owner; the application
-- reads it and shows it. Nothing stands here of what a backup holds or of where it lies.

CREATE TABLE backup_event (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('MADE', 'DRILLED')),
  at timestamptz NOT NULL
);
COMMENT ON TABLE backup_event IS 'T3: id kind at';

GRANT SELECT ON backup_event TO practice_app;
