-- The register of what police, prosecutors, courts, insurers and others ask about a client. Who exactly, on what basis, for what, and what
-- they were given is sealed in the record (case_item, kind OUTSIDE, under the same id); here stand days, the sort of asker, and how it went.

CREATE TABLE outside_request (
  item_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  asker text NOT NULL CHECK (asker IN ('POLICE', 'PROSECUTION', 'COURT', 'INSURER', 'SAFEGUARDING', 'OTHER')),
  came_on date NOT NULL,
  decision text NOT NULL CHECK (decision IN ('OPEN', 'GIVEN', 'PART', 'REFUSED')),
  answered_on date,
  written_by uuid NOT NULL,
  second text CHECK (second IN ('AGREES', 'DOES_NOT')),
  second_by uuid,
  second_on date,
  version int NOT NULL DEFAULT 0,
  CHECK ((decision = 'OPEN') = (answered_on IS NULL)),
  CHECK ((second IS NULL) = (second_by IS NULL) AND (second IS NULL) = (second_on IS NULL))
);
CREATE INDEX outside_request_of_case ON outside_request (case_id);
COMMENT ON TABLE outside_request IS 'T3: item_id case_id asker came_on decision answered_on written_by second second_by second_on version';
GRANT SELECT, INSERT, UPDATE, DELETE ON outside_request TO practice_app;
