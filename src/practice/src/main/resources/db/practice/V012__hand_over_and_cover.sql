-- Who is asked to take a case over, and who covers it for how long. Days and people, never a reason: the reasons stand in the
-- record. The keys themselves, with the end that is signed into them, stand in case_grant.

CREATE TABLE hand_over (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  from_id uuid NOT NULL REFERENCES therapist,
  to_id uuid NOT NULL REFERENCES therapist CHECK (to_id <> from_id),
  offered_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  answered_on date,
  lock_changed boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 0,
  CHECK ((state = 'OFFERED') = (answered_on IS NULL))
);
CREATE UNIQUE INDEX one_offer_at_a_time ON hand_over (case_id) WHERE state = 'OFFERED';
CREATE INDEX hand_over_of_case ON hand_over (case_id);
CREATE INDEX hand_over_to ON hand_over (to_id) WHERE state = 'OFFERED';
COMMENT ON TABLE hand_over IS 'T3: id case_id from_id to_id offered_on state answered_on lock_changed version';

CREATE TABLE cover (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  giver_id uuid NOT NULL REFERENCES therapist,
  colleague_id uuid NOT NULL REFERENCES therapist CHECK (colleague_id <> giver_id),
  given_on date NOT NULL,
  begins timestamptz NOT NULL,
  ends timestamptz NOT NULL CHECK (ends > begins),
  ended_on date,
  version int NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX one_cover_at_a_time ON cover (case_id, colleague_id) WHERE ended_on IS NULL;
CREATE INDEX cover_by ON cover (colleague_id) WHERE ended_on IS NULL;
COMMENT ON TABLE cover IS 'T3: id case_id giver_id colleague_id given_on begins ends ended_on version';

-- How many of the changes of who can open her record a client has seen.
ALTER TABLE client ADD COLUMN seen_changes int NOT NULL DEFAULT 0;
COMMENT ON TABLE client IS 'T2: account_tag; T3: case_id joined_on seen_changes';

GRANT SELECT, INSERT, UPDATE, DELETE ON hand_over, cover TO practice_app;
