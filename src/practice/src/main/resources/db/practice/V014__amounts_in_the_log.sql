-- A search goes through many notes at once: its line says how many. Never what was looked for.

ALTER TABLE audit_event ADD COLUMN amount int;
COMMENT ON TABLE audit_event IS 'T3: seq at actor actor_role action object_type object_ref outcome head_items head_hash amount';
