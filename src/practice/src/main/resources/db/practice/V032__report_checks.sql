-- When somebody wants to look again at a report that was made. What was reported, where and under which number stands sealed in the record;
-- the day alone is clear, so that Today can say it while the vault is locked.

CREATE TABLE report_check (
  item_id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  check_on date NOT NULL
);
CREATE INDEX report_check_of_case ON report_check (case_id, check_on);
COMMENT ON TABLE report_check IS 'T3: item_id case_id check_on';
GRANT SELECT, INSERT, UPDATE, DELETE ON report_check TO practice_app;
