-- Messages about an enquiry before it is a case: both ways, and between colleagues. Sealed under keys that the enquiry's readers and
-- the holder of its code have already, and an erasure key of their own: the last reply can outlive the answers.

ALTER TABLE intake DROP CONSTRAINT intake_status_check;
ALTER TABLE intake ADD CONSTRAINT intake_status_check
  CHECK (status IN ('RECEIVED', 'BEING_READ', 'WROTE', 'WAITING', 'ACCEPTED', 'NOT_RIGHT', 'CLOSED'));
ALTER TABLE intake ADD COLUMN message_ek_id uuid;
COMMENT ON TABLE intake IS 'T1: clinical identity; T3: id designation status arrival received_on keep_until list_version ek_id message_ek_id case_id version';

CREATE TABLE intake_message (
  id uuid PRIMARY KEY,
  intake_id uuid NOT NULL REFERENCES intake,
  arrival bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CONSTRAINT intake_message_kind_check CHECK (kind IN ('FROM_VISITOR', 'FROM_PRACTICE', 'FOR_COLLEAGUES')),
  day date NOT NULL,
  sealed bytea NOT NULL
);
CREATE INDEX intake_message_of_intake ON intake_message (intake_id, arrival);
COMMENT ON TABLE intake_message IS 'T1: sealed; T3: id intake_id arrival kind day';

-- an enquiry that is sealed anew seals its messages anew; who wrote them and when stays out of reach
GRANT SELECT, INSERT, DELETE, UPDATE (sealed) ON intake_message TO practice_app;

-- accepted, they become ordinary signed items: messages in their own compartment, notes for colleagues in the clinical record
ALTER TABLE case_item DROP CONSTRAINT case_item_kind_check;
ALTER TABLE case_item ADD CONSTRAINT case_item_kind_check
  CHECK (kind IN ('NOTE', 'INTAKE', 'CONTACT', 'MESSAGE', 'COLLEAGUES'));
