-- Hours, sessions and who takes them. The database alone refuses a double booking; all zone arithmetic is done in Java,
-- so that one set of zone rules counts. Minutes of the day and wall time as text: a driver moves times without a zone.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE session_type (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
  length_minutes int NOT NULL CHECK (length_minutes BETWEEN 10 AND 240),
  before_minutes int NOT NULL CHECK (before_minutes BETWEEN 0 AND 60),
  after_minutes int NOT NULL CHECK (after_minutes BETWEEN 0 AND 60),
  notice_hours int NOT NULL CHECK (notice_hours >= 0),
  horizon_days int NOT NULL CHECK (horizon_days BETWEEN 1 AND 366),
  client_cap int NOT NULL CHECK (client_cap >= 1)
);
COMMENT ON TABLE session_type IS 'T3: id name length_minutes before_minutes after_minutes notice_hours horizon_days client_cap';

INSERT INTO session_type
  (id, name, length_minutes, before_minutes, after_minutes, notice_hours, horizon_days, client_cap)
VALUES ('5c0e6a54-3f7b-4c58-9d0a-2f1b8e6d7a01', 'Therapy session', 50, 0, 10, 24, 90, 4);

-- One row a therapist: what everything that changes her diary locks first.
CREATE TABLE diary (
  therapist_id uuid PRIMARY KEY REFERENCES therapist,
  grid_minutes int NOT NULL DEFAULT 15 CHECK (grid_minutes BETWEEN 5 AND 60),
  day_cap int NOT NULL DEFAULT 6 CHECK (day_cap >= 1)
);
COMMENT ON TABLE diary IS 'T3: therapist_id grid_minutes day_cap';

CREATE TABLE weekly_hours (
  id uuid PRIMARY KEY,
  therapist_id uuid NOT NULL REFERENCES therapist,
  day smallint NOT NULL CHECK (day BETWEEN 1 AND 7),
  opens smallint NOT NULL CHECK (opens BETWEEN 0 AND 1439),
  closes smallint NOT NULL CHECK (closes <= 1440),
  CHECK (opens < closes),
  UNIQUE (therapist_id, day, opens)
);
COMMENT ON TABLE weekly_hours IS 'T3: id therapist_id day opens closes';

CREATE TABLE appointment (
  id uuid PRIMARY KEY,
  version int NOT NULL DEFAULT 0,
  therapist_id uuid NOT NULL REFERENCES therapist,
  client_ref bytea NOT NULL,
  client_tag bytea NOT NULL CHECK (octet_length(client_tag) = 32),
  type_id uuid NOT NULL REFERENCES session_type,
  wall_start text NOT NULL CHECK (wall_start ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'),
  zone text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  blocked_from timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL,
  during tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
  blocked tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(blocked_from, blocked_until)) STORED,
  status text NOT NULL CHECK (status IN
    ('HELD', 'REQUESTED', 'CONFIRMED', 'CANCELLED', 'LATE_CANCELLED', 'EXPIRED', 'DONE', 'NO_SHOW')),
  hold_until timestamptz,
  CHECK ((status = 'HELD') = (hold_until IS NOT NULL)),
  CHECK (ends_at - starts_at BETWEEN interval '10 min' AND interval '4 h'),
  CHECK (blocked_from <= starts_at AND ends_at <= blocked_until),
  CHECK (blocked_until - blocked_from <= interval '6 h'),
  CONSTRAINT no_double_therapist EXCLUDE USING gist (therapist_id WITH =, blocked WITH &&)
    WHERE (status IN ('HELD', 'REQUESTED', 'CONFIRMED')),
  CONSTRAINT no_double_client EXCLUDE USING gist (client_tag WITH =, during WITH &&)
    WHERE (status IN ('HELD', 'REQUESTED', 'CONFIRMED'))
);
CREATE INDEX appointment_of_therapist ON appointment (therapist_id, starts_at);
CREATE INDEX appointment_of_client ON appointment (client_tag, starts_at);
COMMENT ON TABLE appointment IS 'T2: client_ref client_tag; T3: id version therapist_id type_id wall_start zone starts_at ends_at blocked_from blocked_until during blocked status hold_until';

-- One act of booking, however often it arrives: a double click and Back-and-book-again meet their own answer.
CREATE TABLE booking_request (
  idem_key uuid PRIMARY KEY,
  account_tag bytea NOT NULL CHECK (octet_length(account_tag) = 32),
  body_hash bytea NOT NULL CHECK (octet_length(body_hash) = 32),
  appointment_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('BOOKED')),
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE booking_request IS 'T2: account_tag; T3: idem_key body_hash appointment_id outcome made_at';

GRANT SELECT ON session_type TO practice_app;
GRANT SELECT, INSERT, UPDATE ON diary TO practice_app;
GRANT SELECT, INSERT, DELETE ON weekly_hours TO practice_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON appointment TO practice_app;
GRANT SELECT, INSERT, DELETE ON booking_request TO practice_app;
