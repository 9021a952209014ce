-- Same-day tasks: something asks to be read today. Who answers for it, how far it has come, and when it is due; what it is about
-- is not here, and the same task comes of very different answers. Every task has exactly one owner, always.

CREATE TABLE follow_up (
  id uuid PRIMARY KEY,
  subject text NOT NULL CHECK (subject IN ('ENQUIRY', 'CASE')),
  subject_id uuid NOT NULL,
  owner_id uuid NOT NULL REFERENCES therapist,
  state text NOT NULL CHECK (state IN ('RAISED', 'ACKNOWLEDGED', 'ACTED', 'CLOSED')),
  since timestamptz NOT NULL,
  arrival bigint GENERATED ALWAYS AS IDENTITY,
  raised_at timestamptz NOT NULL,
  escalates_at timestamptz,
  escalates_again_at timestamptz,
  act_by timestamptz NOT NULL,
  version int NOT NULL DEFAULT 0,
  CHECK (state = 'RAISED' OR (escalates_at IS NULL AND escalates_again_at IS NULL)),
  CHECK (escalates_at IS NOT NULL OR escalates_again_at IS NULL)
);
CREATE UNIQUE INDEX follow_up_open_once ON follow_up (subject, subject_id) WHERE state <> 'CLOSED';
CREATE INDEX follow_up_due ON follow_up (escalates_at) WHERE escalates_at IS NOT NULL;
COMMENT ON TABLE follow_up IS 'T3: id subject subject_id owner_id state since arrival raised_at escalates_at escalates_again_at act_by version';

-- Each step with whoever owned the task after it. Only ever added to, and gone with its task.
CREATE TABLE follow_up_event (
  id uuid PRIMARY KEY,
  follow_up_id uuid NOT NULL REFERENCES follow_up ON DELETE CASCADE,
  arrival bigint GENERATED ALWAYS AS IDENTITY,
  step text NOT NULL CHECK (step IN
    ('RAISED', 'RAISED_AGAIN', 'ACKNOWLEDGED', 'ESCALATED', 'TAKEN_OVER', 'ACTED', 'CLOSED', 'HANDED_ON')),
  by_id uuid REFERENCES therapist,
  owner_id uuid NOT NULL REFERENCES therapist,
  at timestamptz NOT NULL
);
CREATE INDEX follow_up_event_of ON follow_up_event (follow_up_id, arrival);
COMMENT ON TABLE follow_up_event IS 'T3: id follow_up_id arrival step by_id owner_id at';

GRANT SELECT, INSERT, UPDATE, DELETE ON follow_up TO practice_app;
GRANT SELECT, INSERT ON follow_up_event TO practice_app;
