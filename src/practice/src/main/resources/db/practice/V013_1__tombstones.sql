-- What was destroyed, kept here as well: the keystore's own table may come back old, from a backup.

CREATE TABLE tombstone (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  erased_on date NOT NULL
);
COMMENT ON TABLE tombstone IS 'T3: hash erased_on';

GRANT SELECT, INSERT ON tombstone TO practice_app;
