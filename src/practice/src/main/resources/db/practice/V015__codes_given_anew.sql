-- A code is replaced by another: who gave the one in use, and when. The client is told of each change.

ALTER TABLE return_code ADD COLUMN given_on date;
ALTER TABLE return_code ADD COLUMN given_by text;
UPDATE return_code SET given_on = expires_on - 30, given_by = 'ENQUIRY';
ALTER TABLE return_code ALTER COLUMN given_on SET NOT NULL;
ALTER TABLE return_code ALTER COLUMN given_by SET NOT NULL;
ALTER TABLE return_code ADD CONSTRAINT return_code_given_by_check CHECK (given_by IN ('ENQUIRY', 'THERAPIST', 'HERSELF'));
-- whoever gives a new one has taken the one before away first: two never lead to the same place
CREATE UNIQUE INDEX one_code_of_a_case ON return_code (case_id) WHERE case_id IS NOT NULL;
CREATE UNIQUE INDEX one_code_of_an_enquiry ON return_code (intake_id) WHERE intake_id IS NOT NULL;
CREATE INDEX return_code_by_end ON return_code (expires_on);
COMMENT ON TABLE return_code IS 'T2: lookup; T3: code_id box_key intake_id case_id expires_on given_on given_by';

CREATE TABLE code_change (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  kind text NOT NULL CHECK (kind IN ('GIVEN', 'CHANGED', 'ENDED')),
  changed_on date NOT NULL,
  therapist_id uuid REFERENCES therapist CHECK ((therapist_id IS NOT NULL) = (kind = 'GIVEN'))
);
CREATE INDEX code_change_of_case ON code_change (case_id);
COMMENT ON TABLE code_change IS 'T3: id case_id kind changed_on therapist_id';

GRANT SELECT, INSERT, DELETE ON code_change TO practice_app;
