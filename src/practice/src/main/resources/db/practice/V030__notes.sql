-- Notes that are signed before they are locked, notes beside a locked one, drafts, and templates of a therapist's own.

-- Four features bring kinds of items at a time: which there are is said in one place, notes.ItemKind, and nothing else can be written.
ALTER TABLE case_item DROP CONSTRAINT case_item_kind_check;
ALTER TABLE case_item ADD CONSTRAINT case_item_kind_check CHECK (kind ~ '^[A-Z_]{1,30}$');

-- Whether a version was signed only, or locked as well. It stands inside the sealed text too: one that was turned here shows.
ALTER TABLE case_item ADD COLUMN standing text NOT NULL DEFAULT 'LOCKED' CHECK (standing IN ('SIGNED', 'LOCKED'));
-- The locked item that a note was written beside; inside the sealed text as well.
ALTER TABLE case_item ADD COLUMN beside uuid;
-- Which appointment a note is about, as a keyed hash: so that one without a note is found while the vault is locked (decision 0037).
ALTER TABLE case_item ADD COLUMN about_tag bytea CHECK (octet_length(about_tag) = 32);
CREATE INDEX case_item_beside ON case_item (beside) WHERE beside IS NOT NULL;
CREATE INDEX case_item_about ON case_item (about_tag) WHERE about_tag IS NOT NULL;
COMMENT ON TABLE case_item IS 'T1: sealed dek_wrapped; T2: about_tag; T3: id case_id compartment item_id version field_id kind dek_id epoch author_id author_key_id day previous_hash signature step standing beside';

-- What is typed and not signed, sealed for its author alone. Counted, so that two windows do not overwrite each other.
CREATE TABLE note_draft (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES case_record,
  compartment smallint NOT NULL,
  author_id uuid NOT NULL,
  sealed bytea NOT NULL,
  dek_id uuid NOT NULL,
  dek_wrapped bytea NOT NULL,
  epoch int NOT NULL,
  about_tag bytea CHECK (octet_length(about_tag) = 32),
  count int NOT NULL CHECK (count >= 1),
  kept_at timestamptz NOT NULL
);
CREATE INDEX note_draft_of_author ON note_draft (author_id, case_id);
CREATE INDEX note_draft_of_case ON note_draft (case_id);
COMMENT ON TABLE note_draft IS 'T1: sealed dek_wrapped; T2: about_tag; T3: id case_id compartment author_id dek_id epoch count kept_at';
GRANT SELECT, INSERT, UPDATE, DELETE ON note_draft TO practice_app;

-- A therapist's own headings. They stand in the notes that were written with them; here only what is offered next time.
CREATE TABLE note_template (
  id uuid PRIMARY KEY,
  therapist_id uuid NOT NULL REFERENCES therapist,
  sealed bytea NOT NULL,
  made_on date NOT NULL
);
CREATE INDEX note_template_of_therapist ON note_template (therapist_id);
COMMENT ON TABLE note_template IS 'T2: sealed; T3: id therapist_id made_on';
GRANT SELECT, INSERT, DELETE ON note_template TO practice_app;
