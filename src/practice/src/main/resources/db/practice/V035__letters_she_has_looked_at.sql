-- How far a client has looked at the letters that her therapist gave her, apart from the rest: her first page says that one waits.
ALTER TABLE message_seen ADD COLUMN document_step bigint NOT NULL DEFAULT 0;
COMMENT ON TABLE message_seen IS 'T3: case_id step plan_step consent_step document_step';
GRANT UPDATE (document_step) ON message_seen TO practice_app;
