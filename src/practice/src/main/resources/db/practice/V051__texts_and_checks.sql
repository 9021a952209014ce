-- What the practice words for itself, version by version: one that was published stays as it was. A draft is of no use to anybody yet.

CREATE TABLE practice_text (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name ~ '^[A-Z_]{1,40}$'),
  version int NOT NULL CHECK (version > 0),
  body text NOT NULL CHECK (length(body) <= 2000),
  published_at timestamptz NOT NULL,
  published_by uuid,
  UNIQUE (name, version)
);
COMMENT ON TABLE practice_text IS 'T3: id name version body published_at published_by';
GRANT SELECT, INSERT ON practice_text TO practice_app;

CREATE TABLE practice_text_draft (
  name text PRIMARY KEY CHECK (name ~ '^[A-Z_]{1,40}$'),
  body text NOT NULL CHECK (length(body) <= 2000),
  kept_at timestamptz NOT NULL,
  kept_by uuid
);
COMMENT ON TABLE practice_text_draft IS 'T3: name body kept_at kept_by';
GRANT SELECT, INSERT, UPDATE, DELETE ON practice_text_draft TO practice_app;

-- Who rang a number of a place that can help, or opened an address, and when. With the fact as it was: another number is another fact.
CREATE TABLE signpost_check (
  id uuid PRIMARY KEY,
  place text NOT NULL CHECK (length(place) <= 20),
  fact text NOT NULL CHECK (fact IN ('phone', 'text', 'web', 'email', 'hours')),
  value text NOT NULL CHECK (length(value) <= 300),
  checked_on date NOT NULL,
  checked_at timestamptz NOT NULL,
  checked_by uuid
);
CREATE INDEX signpost_check_of_fact ON signpost_check (place, fact, checked_at);
COMMENT ON TABLE signpost_check IS 'T3: id place fact value checked_on checked_at checked_by';
GRANT SELECT, INSERT ON signpost_check TO practice_app;
