-- The order in which versions were added to their compartment: what the signed head is counted over.

ALTER TABLE case_item ADD COLUMN step bigint CHECK (step >= 1);

-- Rows from before stand in the order they were written: they were only ever added, so where they lie tells it. Should that
-- be wrong somewhere, the head does not match and the page says so; nothing is lost by it.
UPDATE case_item SET step = counted.step
  FROM (SELECT id, row_number() OVER (PARTITION BY case_id, compartment ORDER BY ctid) AS step FROM case_item) counted
  WHERE counted.id = case_item.id;

ALTER TABLE case_item ALTER COLUMN step SET NOT NULL;
ALTER TABLE case_item ADD CONSTRAINT one_step_one_version UNIQUE (case_id, compartment, step);
COMMENT ON TABLE case_item IS 'T1: sealed dek_wrapped; T3: id case_id compartment item_id version field_id kind dek_id epoch author_id author_key_id day previous_hash signature step';

-- A rotation moves an item's key to the next epoch. What was written, by whom and when stays out of reach.
GRANT UPDATE (dek_wrapped, epoch) ON case_item TO practice_app;

-- With each addition to a record, what its head was then: a head put back together with its items shows by it.
ALTER TABLE audit_event ADD COLUMN head_items bigint;
ALTER TABLE audit_event ADD COLUMN head_hash bytea CHECK (octet_length(head_hash) = 64);
COMMENT ON TABLE audit_event IS 'T3: seq at actor actor_role action object_type object_ref outcome head_items head_hash';
