-- Keys of people and cases: wrapped, signed, or public. Nothing here opens anything by itself.

CREATE TABLE key_slot (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  kind smallint NOT NULL,
  memory_kib int NOT NULL,
  passes int NOT NULL,
  lanes int NOT NULL,
  salt bytea NOT NULL,
  pepper_version int NOT NULL,
  sealed_seed bytea NOT NULL,
  made_on date NOT NULL
);
CREATE INDEX key_slot_of_person ON key_slot (person_id);
COMMENT ON TABLE key_slot IS 'T1: sealed_seed; T3: id person_id kind memory_kib passes lanes salt pepper_version made_on';

CREATE TABLE directory_entry (
  key_id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  kind smallint NOT NULL,
  box_key bytea NOT NULL,
  sign_key bytea NOT NULL,
  day date NOT NULL,
  signature bytea NOT NULL
);
COMMENT ON TABLE directory_entry IS 'T3: key_id person_id kind box_key sign_key day signature';

CREATE TABLE vouch (
  id uuid PRIMARY KEY,
  entry_hash bytea NOT NULL,
  voucher_id uuid NOT NULL,
  voucher_key_id uuid NOT NULL,
  signature bytea NOT NULL,
  UNIQUE (entry_hash, voucher_key_id)
);
COMMENT ON TABLE vouch IS 'T3: id entry_hash voucher_id voucher_key_id signature';

CREATE TABLE recipient_list (
  version int PRIMARY KEY,
  previous_hash bytea NOT NULL
);
COMMENT ON TABLE recipient_list IS 'T3: version previous_hash';

CREATE TABLE recipient (
  id uuid PRIMARY KEY,
  list_version int NOT NULL REFERENCES recipient_list,
  person_id uuid NOT NULL,
  key_id uuid NOT NULL,
  UNIQUE (list_version, person_id)
);
COMMENT ON TABLE recipient IS 'T3: id list_version person_id key_id';

CREATE TABLE recipient_signature (
  id uuid PRIMARY KEY,
  list_version int NOT NULL REFERENCES recipient_list,
  signer_id uuid NOT NULL,
  signer_key_id uuid NOT NULL,
  signature bytea NOT NULL,
  UNIQUE (list_version, signer_id)
);
COMMENT ON TABLE recipient_signature IS 'T3: id list_version signer_id signer_key_id signature';

CREATE TABLE case_epoch (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  compartment smallint NOT NULL,
  epoch int NOT NULL,
  ek_id uuid NOT NULL,
  previous_hash bytea NOT NULL,
  holders text NOT NULL,
  signer_id uuid NOT NULL,
  signer_key_id uuid NOT NULL,
  signature bytea NOT NULL,
  UNIQUE (case_id, compartment, epoch)
);
COMMENT ON TABLE case_epoch IS 'T3: id case_id compartment epoch ek_id previous_hash holders signer_id signer_key_id signature';

CREATE TABLE case_grant (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  compartment smallint NOT NULL,
  epoch int NOT NULL,
  recipient_id uuid NOT NULL,
  recipient_key_id uuid NOT NULL,
  purpose smallint NOT NULL,
  not_after bigint NOT NULL,
  encapsulation bytea NOT NULL,
  ciphertext bytea NOT NULL,
  grantor_id uuid NOT NULL,
  grantor_key_id uuid NOT NULL,
  signature bytea NOT NULL
);
CREATE INDEX case_grant_of_case ON case_grant (case_id, compartment);
COMMENT ON TABLE case_grant IS 'T1: encapsulation ciphertext; T3: id case_id compartment epoch recipient_id recipient_key_id purpose not_after grantor_id grantor_key_id signature';

CREATE TABLE case_head (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  compartment smallint NOT NULL,
  items bigint NOT NULL,
  hash bytea NOT NULL,
  signer_id uuid NOT NULL,
  signer_key_id uuid NOT NULL,
  signature bytea NOT NULL,
  UNIQUE (case_id, compartment)
);
COMMENT ON TABLE case_head IS 'T3: id case_id compartment items hash signer_id signer_key_id signature';

CREATE TABLE intake_wrap (
  id uuid PRIMARY KEY,
  intake_id uuid NOT NULL,
  compartment smallint NOT NULL,
  recipient_id uuid NOT NULL,
  recipient_key_id uuid NOT NULL,
  encapsulation bytea NOT NULL,
  ciphertext bytea NOT NULL,
  UNIQUE (intake_id, compartment, recipient_key_id)
);
CREATE INDEX intake_wrap_of_recipient ON intake_wrap (recipient_id);
COMMENT ON TABLE intake_wrap IS 'T1: encapsulation ciphertext; T3: id intake_id compartment recipient_id recipient_key_id';

-- The code a client holds: looked up by what is derived from it, opened by something derived apart.
CREATE TABLE return_code (
  lookup bytea PRIMARY KEY CHECK (octet_length(lookup) = 32),
  code_id uuid NOT NULL UNIQUE,
  box_key bytea NOT NULL,
  intake_id uuid,
  case_id uuid REFERENCES case_record,
  expires_on date NOT NULL
);
COMMENT ON TABLE return_code IS 'T2: lookup; T3: code_id box_key intake_id case_id expires_on';

GRANT SELECT, INSERT, DELETE ON key_slot, directory_entry, vouch, recipient_list, recipient, recipient_signature,
  case_epoch, case_grant, intake_wrap TO practice_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON case_head, return_code TO practice_app;
