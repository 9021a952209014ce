-- How long a record is kept after therapy has ended, and thirty days in which the decision to erase one for that reason is taken back.

ALTER TABLE case_record ADD COLUMN ended_on date;
UPDATE case_record r SET ended_on = (SELECT max(i.day) FROM case_item i WHERE i.case_id = r.id AND i.kind = 'ENDING')
  WHERE r.state = 'ENDED';
COMMENT ON TABLE case_record IS 'T3: id designation state opened_on ended_on version';

-- Why somebody keeps a record longer: a fixed list, no words of a client's.
CREATE TABLE retention_snooze (
  case_id uuid PRIMARY KEY REFERENCES case_record,
  until date NOT NULL,
  reason text NOT NULL CHECK (reason IN ('CAME_AS_MINOR', 'MAY_COME_BACK', 'STILL_NEEDED')),
  set_by uuid NOT NULL,
  set_on date NOT NULL
);
COMMENT ON TABLE retention_snooze IS 'T3: case_id until reason set_by set_on';
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_snooze TO practice_app;

ALTER TABLE erasure DROP CONSTRAINT erasure_state_check;
ALTER TABLE erasure ADD CONSTRAINT erasure_state_check
  CHECK (state IN ('ASKED', 'APPROVED', 'WITHDRAWN', 'REFUSED', 'ERASING', 'ERASED'));
ALTER TABLE erasure ADD COLUMN begins_on date;
ALTER TABLE erasure ADD CONSTRAINT approved_from_a_day CHECK (state <> 'APPROVED' OR begins_on IS NOT NULL);
DROP INDEX one_erasure_of_a_case_at_a_time;
CREATE UNIQUE INDEX one_erasure_of_a_case_at_a_time ON erasure (case_id) WHERE state IN ('ASKED', 'APPROVED', 'ERASING');
COMMENT ON TABLE erasure IS 'T3: id case_id designation reason state asked_by asked_by_account asked_at not_before begins_on decided_by decided_by_role decided_at erased_on version';
