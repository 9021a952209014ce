-- How a client may be written to: one card a case, sealed under the server's key, always of one size. Whether there is a way at all, and
-- whether letters rest, is inside.
CREATE TABLE contact_card (
  case_id uuid PRIMARY KEY REFERENCES case_record,
  sealed bytea NOT NULL
);
COMMENT ON TABLE contact_card IS 'T2: sealed; T3: case_id';
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_card TO practice_app;

-- Letters that wait, and for a while what became of them. No address and no free text: who gets one is sealed, what it says is one of a
-- fixed set, and whether it may go is asked when it goes. Those that wait now go on waiting; nobody is looked for by a tag they never had.
ALTER TABLE outgoing_letter RENAME TO outbox;
ALTER TABLE outbox RENAME COLUMN due_at TO not_before;
ALTER TABLE outbox RENAME COLUMN tries TO attempts;
DROP INDEX outgoing_letter_due;
ALTER TABLE outbox
  ADD COLUMN subject_id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN addressee_tag bytea NOT NULL DEFAULT decode(md5(random()::text) || md5(random()::text), 'hex')
    CHECK (octet_length(addressee_tag) = 32),
  ADD COLUMN channel text NOT NULL DEFAULT 'MAIL' CHECK (channel IN ('MAIL')),
  ADD COLUMN not_after timestamptz NOT NULL DEFAULT now() + interval '7 days',
  ADD COLUMN aim timestamptz,
  ADD COLUMN state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'DROPPED', 'DEAD')),
  ADD COLUMN ended_at timestamptz,
  ADD CHECK ((state = 'WAITING') = (ended_at IS NULL));
UPDATE outbox SET attempts = 0;
ALTER TABLE outbox
  ALTER COLUMN attempts TYPE smallint,
  ALTER COLUMN subject_id DROP DEFAULT,
  ALTER COLUMN addressee_tag DROP DEFAULT,
  ALTER COLUMN channel DROP DEFAULT,
  ALTER COLUMN not_after DROP DEFAULT,
  ALTER COLUMN state DROP DEFAULT;
CREATE UNIQUE INDEX outbox_waits_once ON outbox (subject_id, addressee_tag, letter, channel) WHERE state = 'WAITING';
CREATE INDEX outbox_due ON outbox (not_before) WHERE state = 'WAITING';
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE state <> 'WAITING';
COMMENT ON TABLE outbox IS 'T2: addressee addressee_tag; T3: id subject_id letter channel not_before not_after aim attempts state ended_at';
