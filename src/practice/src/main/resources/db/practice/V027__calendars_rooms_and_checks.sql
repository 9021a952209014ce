-- What belongs to the time around a session: its online room, what is asked about safety before it, and calendars outside of here.

-- the name of the room, drawn when it first opens
ALTER TABLE appointment ADD COLUMN video bytea;
COMMENT ON TABLE appointment IS 'T2: client_ref client_tag reason video; T3: id version therapist_id type_id series_id changed_by_hand wall_start zone starts_at ends_at blocked_from blocked_until during blocked status hold_until made_by made_at requested_at free_until chargeable cancelled_by cancelled_at';

-- Devices that may ask for a therapist's diary. Of the secret address there is only a hash: it is 256 random bits, so nobody gets back from it.
CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY,
  therapist_id uuid NOT NULL REFERENCES therapist,
  secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
  name bytea NOT NULL,
  coded boolean NOT NULL,
  made_on date NOT NULL,
  asked_on date
);
CREATE INDEX calendar_feed_of_therapist ON calendar_feed (therapist_id);
COMMENT ON TABLE calendar_feed IS 'T2: name; T3: id therapist_id secret_hash coded made_on asked_on';
GRANT SELECT, INSERT, DELETE, UPDATE (asked_on) ON calendar_feed TO practice_app;

-- A client's answers about safety before a session, until a holder of her case takes them into the record. The id is a keyed hash: which
-- session they are for is not told beside the case.
CREATE TABLE sent_check (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  epoch int NOT NULL,
  sealed bytea NOT NULL,
  day date NOT NULL
);
CREATE INDEX sent_check_of_case ON sent_check (case_id);
COMMENT ON TABLE sent_check IS 'T1: sealed; T3: id case_id epoch day';

CREATE TABLE sent_check_wrap (
  id uuid PRIMARY KEY,
  check_id uuid NOT NULL REFERENCES sent_check,
  recipient_id uuid NOT NULL,
  recipient_key_id uuid NOT NULL,
  encapsulation bytea NOT NULL CHECK (octet_length(encapsulation) = 32),
  ciphertext bytea NOT NULL CHECK (octet_length(ciphertext) = 48)
);
CREATE INDEX sent_check_wrap_of_check ON sent_check_wrap (check_id);
COMMENT ON TABLE sent_check_wrap IS 'T1: encapsulation ciphertext; T3: id check_id recipient_id recipient_key_id';
GRANT SELECT, INSERT, DELETE ON sent_check, sent_check_wrap TO practice_app;

ALTER TABLE case_item DROP CONSTRAINT case_item_kind_check;
ALTER TABLE case_item ADD CONSTRAINT case_item_kind_check
  CHECK (kind IN ('NOTE', 'INTAKE', 'CONTACT', 'MESSAGE', 'COLLEAGUES', 'CHECK'));
