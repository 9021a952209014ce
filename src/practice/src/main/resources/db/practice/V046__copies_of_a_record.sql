-- Copies of a record that its client asked for: when, until when, and that something was handed over. What was left out of one, and why,
-- is sealed in the record itself (case_item, kind REVIEW).

CREATE TABLE copy_request (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  came_on date NOT NULL,
  by_client boolean NOT NULL,
  due_on date NOT NULL,
  extended_for text CHECK (extended_for IN ('COMPLEX', 'MANY')),
  outcome text CHECK (outcome IN ('RELEASED', 'WITHDRAWN')),
  ended_on date,
  version int NOT NULL DEFAULT 0,
  CHECK ((ended_on IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX one_copy_of_a_case_at_a_time ON copy_request (case_id) WHERE ended_on IS NULL;
COMMENT ON TABLE copy_request IS 'T3: id case_id came_on by_client due_on extended_for outcome ended_on version';
GRANT SELECT, INSERT, UPDATE, DELETE ON copy_request TO practice_app;

-- What was handed over: how much of the record, and by which hash the file is known again. The file is stored nowhere.
CREATE TABLE copy_release (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES copy_request,
  released_on date NOT NULL,
  released_by uuid NOT NULL,
  shared int NOT NULL,
  redacted int NOT NULL,
  withheld int NOT NULL,
  file_hash bytea NOT NULL CHECK (octet_length(file_hash) = 32)
);
CREATE INDEX copy_release_of_request ON copy_release (request_id);
COMMENT ON TABLE copy_release IS 'T3: id request_id released_on released_by shared redacted withheld file_hash';
GRANT SELECT, INSERT, DELETE ON copy_release TO practice_app;
