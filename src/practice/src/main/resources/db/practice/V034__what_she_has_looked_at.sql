-- How far a client has looked at copies of her plan, and at what she was asked to agree to: each apart from her messages, so that her first
-- page says what waits until she has opened just that. Whatever was there when she last read her messages is not called new.
ALTER TABLE message_seen ADD COLUMN plan_step bigint NOT NULL DEFAULT 0, ADD COLUMN consent_step bigint NOT NULL DEFAULT 0;
UPDATE message_seen SET plan_step = step, consent_step = step;
COMMENT ON TABLE message_seen IS 'T3: case_id step plan_step consent_step';
GRANT UPDATE (plan_step, consent_step) ON message_seen TO practice_app;
