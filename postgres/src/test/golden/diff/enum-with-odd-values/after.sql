CREATE TYPE "Odd type" AS ENUM ('it''s', ' ', 'a\b', 'ü');
CREATE TABLE t ("C" "Odd type");
