-- What is decided about an enquiry: the day by which the practice writes again, and how often something was decided, so that of two
-- who decide at once the second finds out.

ALTER TABLE intake
  ADD COLUMN write_again_on date,
  ADD COLUMN decisions int NOT NULL DEFAULT 0;
ALTER TABLE intake ADD CONSTRAINT intake_waits_for_a_day CHECK ((status = 'WAITING') = (write_again_on IS NOT NULL));
COMMENT ON TABLE intake IS 'T1: clinical identity; T3: id designation status arrival received_on keep_until write_again_on decisions list_version ek_id message_ek_id case_id version';
