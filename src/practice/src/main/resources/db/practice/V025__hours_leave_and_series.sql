-- When a therapist is open, beyond an ordinary week: hours for a time, dates of their own, leave. And appointments that repeat.
-- Dates and minutes are the therapist's own; what they mean as instants is worked out in Java.

-- Hours that hold from one day to another, both included; without a day they have always held, or hold until further notice.
ALTER TABLE weekly_hours ADD COLUMN valid_from date;
ALTER TABLE weekly_hours ADD COLUMN valid_until date;
ALTER TABLE weekly_hours ADD CHECK (valid_from <= valid_until);
ALTER TABLE weekly_hours DROP CONSTRAINT weekly_hours_therapist_id_day_opens_key;
ALTER TABLE weekly_hours ADD CONSTRAINT no_double_hours EXCLUDE USING gist
  (therapist_id WITH =, day WITH =, int4range(opens, closes) WITH &&, daterange(valid_from, valid_until, '[]') WITH &&);
COMMENT ON TABLE weekly_hours IS 'T3: id therapist_id day opens closes valid_from valid_until';

-- A date's own hours, in place of its week's: two stretches at most. Without any it is closed.
CREATE TABLE exception_day (
  id uuid PRIMARY KEY,
  therapist_id uuid NOT NULL REFERENCES therapist,
  on_date date NOT NULL,
  opens smallint CHECK (opens BETWEEN 0 AND 1439),
  closes smallint CHECK (closes <= 1440),
  opens_again smallint CHECK (opens_again BETWEEN 0 AND 1439),
  closes_again smallint CHECK (closes_again <= 1440),
  UNIQUE (therapist_id, on_date),
  CHECK ((opens IS NULL) = (closes IS NULL) AND opens < closes),
  CHECK ((opens_again IS NULL) = (closes_again IS NULL) AND opens_again < closes_again),
  CHECK (opens_again IS NULL OR closes <= opens_again)
);
COMMENT ON TABLE exception_day IS 'T3: id therapist_id on_date opens closes opens_again closes_again';

-- Leave, and time that is blocked. Why is not asked.
CREATE TABLE time_off (
  id uuid PRIMARY KEY,
  therapist_id uuid NOT NULL REFERENCES therapist,
  kind text NOT NULL CHECK (kind IN ('LEAVE', 'BLOCKED')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  CHECK (starts_at < ends_at)
);
CREATE INDEX time_off_of ON time_off (therapist_id, ends_at);
COMMENT ON TABLE time_off IS 'T3: id therapist_id kind starts_at ends_at';

-- An appointment that lies outside the hours and stands all the same, because its therapist has said so of this very time.
CREATE TABLE kept_time (
  appointment_id uuid PRIMARY KEY REFERENCES appointment ON DELETE CASCADE,
  starts_at timestamptz NOT NULL
);
COMMENT ON TABLE kept_time IS 'T3: appointment_id starts_at';

-- Appointments made together, at the same time of day on the therapist's wall. Whose they are stands with the appointments only.
CREATE TABLE series (
  id uuid PRIMARY KEY,
  therapist_id uuid NOT NULL REFERENCES therapist,
  every_weeks smallint NOT NULL CHECK (every_weeks IN (1, 2, 4)),
  wall_minute smallint NOT NULL CHECK (wall_minute BETWEEN 0 AND 1439),
  zone text NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE series IS 'T3: id therapist_id every_weeks wall_minute zone made_at';
ALTER TABLE appointment ADD CONSTRAINT appointment_series_id_fkey FOREIGN KEY (series_id) REFERENCES series;
CREATE INDEX appointment_of_series ON appointment (series_id, starts_at) WHERE series_id IS NOT NULL;

GRANT SELECT, INSERT, DELETE ON exception_day TO practice_app;
GRANT SELECT, INSERT, DELETE ON time_off TO practice_app;
GRANT SELECT, INSERT, DELETE ON kept_time TO practice_app;
GRANT SELECT, INSERT ON series TO practice_app;
