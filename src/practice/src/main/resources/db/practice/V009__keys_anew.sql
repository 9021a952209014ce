-- A person may come to new keys: she starts anew, and the keys before stay where they are. Which entry was made first is
-- kept, and each way in says which keys it opens to.

ALTER TABLE directory_entry ADD COLUMN generation smallint NOT NULL DEFAULT 1 CHECK (generation >= 1);
ALTER TABLE directory_entry ADD CONSTRAINT one_entry_a_generation UNIQUE (person_id, generation);
COMMENT ON TABLE directory_entry IS 'T3: key_id person_id kind box_key sign_key day signature generation';

ALTER TABLE key_slot ADD COLUMN key_id uuid;
UPDATE key_slot SET key_id = (SELECT e.key_id FROM directory_entry e WHERE e.person_id = key_slot.person_id);
ALTER TABLE key_slot ALTER COLUMN key_id SET NOT NULL;
ALTER TABLE key_slot ADD CONSTRAINT one_way_in_of_a_kind UNIQUE (key_id, kind);
COMMENT ON TABLE key_slot IS 'T1: sealed_seed; T3: id person_id key_id kind memory_kib passes lanes salt pepper_version made_on';
