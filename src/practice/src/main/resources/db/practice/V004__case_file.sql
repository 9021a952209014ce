-- What a case file holds: sealed versions, never changed once written. Editing writes the next version.
-- Which appointment a note is about stands inside it: beside the case it would name who met whom, and when.

CREATE TABLE case_item (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  compartment smallint NOT NULL,
  item_id uuid NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  field_id int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('NOTE', 'INTAKE', 'CONTACT')),
  sealed bytea NOT NULL,
  dek_id uuid NOT NULL,
  dek_wrapped bytea NOT NULL,
  epoch int NOT NULL,
  author_id uuid NOT NULL,
  author_key_id uuid NOT NULL,
  day date NOT NULL,
  previous_hash bytea NOT NULL,
  signature bytea NOT NULL,
  UNIQUE (item_id, version)
);
CREATE INDEX case_item_of_case ON case_item (case_id, compartment, kind, day);
COMMENT ON TABLE case_item IS 'T1: sealed dek_wrapped; T3: id case_id compartment item_id version field_id kind dek_id epoch author_id author_key_id day previous_hash signature';

GRANT SELECT, INSERT, DELETE ON case_item TO practice_app;
