-- Restriction of processing (Article 18): a record is kept and read, and not written in; its client is sent no letter and no form.
-- Reasons are fixed lists: no words of a client's stand here. What was lifted stays, so that the record's rest can be accounted for.

CREATE TABLE case_restriction (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  reason text NOT NULL CHECK (reason IN ('ACCURACY', 'UNLAWFUL', 'NEEDED_FOR_CLAIM', 'OBJECTION')),
  set_by uuid NOT NULL,
  set_on date NOT NULL,
  lifted_for text CHECK (lifted_for IN ('SETTLED', 'CLIENT_AGREED', 'CLAIM_OVER')),
  lifted_by uuid,
  lifted_on date,
  version int NOT NULL DEFAULT 0,
  CHECK ((lifted_on IS NULL) = (lifted_for IS NULL))
);
CREATE UNIQUE INDEX one_restriction_of_a_case_at_a_time ON case_restriction (case_id) WHERE lifted_on IS NULL;
COMMENT ON TABLE case_restriction IS 'T3: id case_id reason set_by set_on lifted_for lifted_by lifted_on version';
GRANT SELECT, INSERT, UPDATE, DELETE ON case_restriction TO practice_app;
