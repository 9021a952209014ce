-- What the practice decides on its own page. A setting without a row is as the file says. No secret and nothing of anybody.

CREATE TABLE practice_setting (
  name text PRIMARY KEY CHECK (name ~ '^[A-Za-z0-9]{1,60}$'),
  value text NOT NULL CHECK (length(value) <= 1000),
  decided_at timestamptz NOT NULL,
  decided_by uuid
);
COMMENT ON TABLE practice_setting IS 'T3: name value decided_at decided_by';
GRANT SELECT, INSERT, UPDATE, DELETE ON practice_setting TO practice_app;
