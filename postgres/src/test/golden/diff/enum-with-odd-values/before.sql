CREATE TYPE "Odd type" AS ENUM ('it''s', 'a\b');
CREATE TABLE t ("C" "Odd type");
