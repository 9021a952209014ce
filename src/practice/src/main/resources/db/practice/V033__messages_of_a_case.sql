-- Messages of a case, both ways; the staying-safe plan; what a client has agreed to.

-- What a client has written into her case, until somebody who holds it opens her messages and makes it a signed item. Sealed to each of
-- them, and to the code she wrote with.
CREATE TABLE sent_message (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  epoch int NOT NULL,
  sealed bytea NOT NULL,
  day date NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX sent_message_of_case ON sent_message (case_id);
COMMENT ON TABLE sent_message IS 'T1: sealed; T3: id case_id epoch day seq';

CREATE TABLE sent_message_wrap (
  id uuid PRIMARY KEY,
  message_id uuid NOT NULL REFERENCES sent_message,
  recipient_id uuid NOT NULL,
  recipient_key_id uuid NOT NULL,
  encapsulation bytea NOT NULL CHECK (octet_length(encapsulation) = 32),
  ciphertext bytea NOT NULL CHECK (octet_length(ciphertext) = 48)
);
CREATE INDEX sent_message_wrap_of_message ON sent_message_wrap (message_id);
COMMENT ON TABLE sent_message_wrap IS 'T1: encapsulation ciphertext; T3: id message_id recipient_id recipient_key_id';
GRANT SELECT, INSERT, DELETE ON sent_message, sent_message_wrap TO practice_app;

-- How far a client has read what is written to her: the step of her messages' history at which she last looked.
CREATE TABLE message_seen (
  case_id uuid PRIMARY KEY REFERENCES case_record,
  step bigint NOT NULL
);
COMMENT ON TABLE message_seen IS 'T3: case_id step';
GRANT SELECT, INSERT, DELETE, UPDATE (step) ON message_seen TO practice_app;
