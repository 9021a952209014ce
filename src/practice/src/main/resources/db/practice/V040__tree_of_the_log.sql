-- Every line of the log has its place in a tree of hashes (RFC 6962), in the transaction that writes the line. The database does it
-- itself, at the very end of the transaction: no line gets past it, and the one row that all writers share is locked last and briefly.

ALTER TABLE audit_event ADD CONSTRAINT only_words_that_need_no_escape CHECK (
  action ~ '^[A-Z_]{1,60}$' AND actor_role ~ '^[a-z]{1,20}$' AND object_type ~ '^[A-Za-z0-9 _-]{1,60}$'
  AND amount >= 0 AND head_items >= 0);
CREATE INDEX audit_event_of_actor ON audit_event (actor, seq);
CREATE INDEX audit_event_by_time ON audit_event (at);

-- seq counts from 0 without a gap; line is the event's own number, which may leave some out.
CREATE TABLE audit_leaf (
  seq bigint PRIMARY KEY CHECK (seq >= 0),
  line bigint NOT NULL UNIQUE,
  leaf bytea NOT NULL CHECK (octet_length(leaf) = 32)
);
COMMENT ON TABLE audit_leaf IS 'T3: seq line leaf';

-- One row: how many leaves there are, and the roots of the full trees at the right edge, the largest first.
CREATE TABLE audit_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  size bigint NOT NULL CHECK (size >= 0),
  frontier bytea NOT NULL CHECK (octet_length(frontier) % 32 = 0)
);
COMMENT ON TABLE audit_head IS 'T3: one size frontier';
INSERT INTO audit_head (size, frontier) VALUES (0, '');

-- What the signer has put its name to. It has a process, a key and a role of its own.
CREATE TABLE audit_checkpoint (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  size bigint NOT NULL CHECK (size >= 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  signed_at timestamptz NOT NULL,
  note text NOT NULL CHECK (octet_length(note) <= 1000)
);
COMMENT ON TABLE audit_checkpoint IS 'T3: id size root signed_at note';

-- What the signer has found, and did not sign.
CREATE TABLE audit_finding (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  found_at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('LINE_CHANGED', 'TREE_CHANGED', 'TREE_SHORTER')),
  seq bigint NOT NULL
);
COMMENT ON TABLE audit_finding IS 'T3: id found_at kind seq';

-- The bytes that are hashed: JSON, keys in order, no spaces.
CREATE FUNCTION audit_body(seq bigint, line audit_event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat(
    '{"action":"', line.action,
    '","actor":', coalesce('"' || line.actor || '"', 'null'),
    ',"actorRole":"', line.actor_role,
    '","amount":', coalesce(line.amount::text, 'null'),
    ',"headHash":', coalesce('"' || encode(line.head_hash, 'hex') || '"', 'null'),
    ',"headItems":', coalesce(line.head_items::text, 'null'),
    ',"line":', line.seq,
    ',"objRef":', coalesce('"' || line.object_ref || '"', 'null'),
    ',"objType":"', line.object_type,
    '","outcome":"', line.outcome,
    '","seq":', seq,
    ',"tsUtc":"', to_char(line.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    '","v":1}')
$$;

CREATE FUNCTION audit_take_place(line audit_event) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head audit_head;
  node bytea;
  edge bytea;
  bits bigint;
BEGIN
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  node := sha256('\x00'::bytea || convert_to(audit_body(head.size, line), 'UTF8'));
  INSERT INTO audit_leaf (seq, line, leaf) VALUES (head.size, line.seq, node);
  edge := head.frontier;
  bits := head.size;
  WHILE bits % 2 = 1 LOOP
    node := sha256('\x01'::bytea || substring(edge FROM octet_length(edge) - 31) || node);
    edge := substring(edge FOR octet_length(edge) - 32);
    bits := bits / 2;
  END LOOP;
  UPDATE audit_head SET size = head.size + 1, frontier = edge || node;
END
$$;
-- the application could otherwise put lines into the tree that are in no log
REVOKE EXECUTE ON FUNCTION audit_take_place(audit_event) FROM PUBLIC;

CREATE FUNCTION audit_line_takes_its_place() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM audit_take_place(NEW);
  RETURN NULL;
END
$$;

-- Lines from before, in the order of their numbers.
DO $$
DECLARE
  line audit_event;
BEGIN
  FOR line IN SELECT * FROM audit_event ORDER BY seq LOOP
    PERFORM audit_take_place(line);
  END LOOP;
END
$$;

CREATE CONSTRAINT TRIGGER audit_line_takes_its_place AFTER INSERT ON audit_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_line_takes_its_place();

CREATE TRIGGER audit_leaf_is_append_only BEFORE UPDATE OR DELETE ON audit_leaf
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_leaf_is_never_emptied BEFORE TRUNCATE ON audit_leaf
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_checkpoint_is_append_only BEFORE UPDATE OR DELETE ON audit_checkpoint
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_checkpoint_is_never_emptied BEFORE TRUNCATE ON audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_finding_is_append_only BEFORE UPDATE OR DELETE ON audit_finding
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_finding_is_never_emptied BEFORE TRUNCATE ON audit_finding
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

GRANT SELECT ON audit_leaf, audit_head, audit_checkpoint, audit_finding TO practice_app;
GRANT SELECT ON audit_event, audit_leaf, audit_head TO practice_witness;
GRANT INSERT ON audit_checkpoint, audit_finding TO practice_witness;
