-- Letters that wait to be sent. No address and no free text: who gets it is sealed, what it says is one of a fixed set.

CREATE TABLE outgoing_letter (
  id uuid PRIMARY KEY,
  addressee bytea NOT NULL,
  letter text NOT NULL,
  due_at timestamptz NOT NULL,
  tries int NOT NULL DEFAULT 0
);
CREATE INDEX outgoing_letter_due ON outgoing_letter (due_at);
COMMENT ON TABLE outgoing_letter IS 'T2: addressee; T3: id letter due_at tries';

GRANT SELECT, INSERT, UPDATE, DELETE ON outgoing_letter TO practice_app;
