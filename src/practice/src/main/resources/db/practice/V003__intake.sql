-- Enquiries. Two sealed documents of one fixed size each; which form it was stands inside.

CREATE TABLE intake (
  id uuid PRIMARY KEY,
  designation text NOT NULL,
  status text NOT NULL CHECK (status IN ('RECEIVED', 'BEING_READ', 'ACCEPTED', 'NOT_RIGHT', 'CLOSED')),
  arrival bigint GENERATED ALWAYS AS IDENTITY,
  received_on date NOT NULL,
  keep_until date NOT NULL,
  list_version int NOT NULL,
  ek_id uuid NOT NULL,
  clinical bytea,
  identity bytea,
  case_id uuid REFERENCES case_record,
  version int NOT NULL DEFAULT 0,
  CHECK ((clinical IS NULL) = (identity IS NULL))
);
CREATE INDEX intake_by_status ON intake (status, arrival);
COMMENT ON TABLE intake IS 'T1: clinical identity; T3: id designation status arrival received_on keep_until list_version ek_id case_id version';

-- One act of sending, however often it arrives: a double click and Back-and-send-again meet their own answer.
CREATE TABLE intake_sending (
  sending_id uuid PRIMARY KEY,
  intake_id uuid NOT NULL,
  sent_on date NOT NULL
);
COMMENT ON TABLE intake_sending IS 'T3: sending_id intake_id sent_on';

GRANT SELECT, INSERT, UPDATE, DELETE ON intake, intake_sending TO practice_app;
