CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (v e DEFAULT 'b', n int NOT NULL DEFAULT 0, CHECK (v <> 'b' OR n > 0));
CREATE INDEX t_b ON t (n) WHERE v = 'b';
