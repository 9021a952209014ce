-- A code that comes back to an enquiry shows that whoever sent it, or the code before, has let it in: a row that somebody else puts
-- here gets no key when the enquiry is accepted. Codes of enquiries from before do not open
-- them any more; there is no release yet that had any.

ALTER TABLE intake_wrap ADD COLUMN proof bytea NOT NULL DEFAULT '' CHECK (octet_length(proof) IN (0, 64));
ALTER TABLE intake_wrap ALTER COLUMN proof DROP DEFAULT;
COMMENT ON TABLE intake_wrap IS 'T1: encapsulation ciphertext; T3: id intake_id compartment recipient_id recipient_key_id proof';
