-- Booking in two steps, by whom, and what it costs to give a time back. What a client was promised when she booked stands in her
-- appointment: a kind of session that changes later changes no promise.

ALTER TABLE session_type
  ADD COLUMN mode text NOT NULL DEFAULT 'ONLINE' CHECK (mode IN ('ONLINE', 'PHONE', 'IN_PERSON')),
  ADD COLUMN fee_pence int CHECK (fee_pence BETWEEN 0 AND 100000),
  ADD COLUMN fee_shown boolean NOT NULL DEFAULT false,
  ADD COLUMN booked_by text NOT NULL DEFAULT 'CLIENT' CHECK (booked_by IN ('CLIENT', 'THERAPIST')),
  ADD COLUMN cancellation_hours int NOT NULL DEFAULT 48 CHECK (cancellation_hours BETWEEN 0 AND 336),
  ADD COLUMN offered boolean NOT NULL DEFAULT true,
  ADD COLUMN version int NOT NULL DEFAULT 0,
  ADD CONSTRAINT a_fee_that_is_shown_is_known CHECK (fee_pence IS NOT NULL OR NOT fee_shown),
  ADD CONSTRAINT longest_notice CHECK (notice_hours <= 336),
  ADD CONSTRAINT highest_client_cap CHECK (client_cap <= 26);
-- one name for one kind, among those that can be booked
CREATE UNIQUE INDEX session_type_offered ON session_type (lower(name)) WHERE offered;
COMMENT ON TABLE session_type IS 'T3: id name length_minutes before_minutes after_minutes notice_hours horizon_days client_cap mode fee_pence fee_shown booked_by cancellation_hours offered version';
GRANT INSERT, UPDATE ON session_type TO practice_app;

ALTER TABLE appointment
  ADD COLUMN series_id uuid,
  ADD COLUMN changed_by_hand boolean NOT NULL DEFAULT false,
  ADD COLUMN made_by text NOT NULL DEFAULT 'CLIENT' CHECK (made_by IN ('CLIENT', 'THERAPIST')),
  ADD COLUMN made_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN requested_at timestamptz,
  ADD COLUMN free_until timestamptz,
  ADD COLUMN chargeable boolean NOT NULL DEFAULT true,
  ADD COLUMN cancelled_by text CHECK (cancelled_by IN ('CLIENT', 'THERAPIST', 'SERVER')),
  ADD COLUMN cancelled_at timestamptz,
  ADD COLUMN reason bytea;
-- elapsed hours, whatever the clocks on the wall do in between
UPDATE appointment SET free_until = starts_at - interval '48 hours';
ALTER TABLE appointment
  ALTER COLUMN free_until SET NOT NULL,
  ADD CONSTRAINT free_until_before_it_begins CHECK (free_until <= starts_at),
  ADD CONSTRAINT who_cancelled_and_when CHECK ((cancelled_by IS NULL) = (cancelled_at IS NULL)),
  ADD CONSTRAINT a_request_was_made CHECK (status <> 'REQUESTED' OR requested_at IS NOT NULL);
CREATE INDEX appointment_held ON appointment (hold_until) WHERE status = 'HELD';
CREATE INDEX appointment_requested ON appointment (starts_at) WHERE status = 'REQUESTED';
COMMENT ON TABLE appointment IS 'T2: client_ref client_tag reason; T3: id version therapist_id type_id series_id changed_by_hand wall_start zone starts_at ends_at blocked_from blocked_until during blocked status hold_until made_by made_at requested_at free_until chargeable cancelled_by cancelled_at';

ALTER TABLE booking_request DROP CONSTRAINT booking_request_outcome_check;
ALTER TABLE booking_request ADD CONSTRAINT booking_request_outcome_check CHECK (outcome IN ('BOOKED', 'REQUESTED', 'MOVED'));

-- Where a client is, as she chose it; never guessed.
ALTER TABLE client ADD COLUMN zone text;
COMMENT ON TABLE client IS 'T2: account_tag; T3: case_id joined_on seen_changes zone';
