-- Who did what. Only ever added to: the application may insert and read, and the table itself refuses the rest.

CREATE TABLE audit_event (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  actor uuid,
  actor_role text NOT NULL,
  action text NOT NULL,
  object_type text NOT NULL,
  object_ref uuid,
  outcome text NOT NULL CHECK (outcome IN ('DONE', 'REFUSED'))
);
CREATE INDEX audit_event_of_object ON audit_event (object_ref, seq);
COMMENT ON TABLE audit_event IS 'T3: seq at actor actor_role action object_type object_ref outcome';

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only';
END
$$;
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_event_is_never_emptied BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

GRANT SELECT, INSERT ON audit_event TO practice_app;
