-- Erasure keys whose use has ended: written in the transaction that ends it, deleted once the key is destroyed. What
-- stands here for longer than a moment is what a crash left between the two databases.

CREATE TABLE ending_key (
  ek_id uuid PRIMARY KEY,
  since date NOT NULL
);
COMMENT ON TABLE ending_key IS 'T3: ek_id since';

GRANT SELECT, INSERT, DELETE ON ending_key TO practice_app;
