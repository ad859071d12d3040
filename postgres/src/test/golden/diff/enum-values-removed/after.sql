CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE t (id int, m mood DEFAULT 'sad' NOT NULL, ms mood[] CHECK (cardinality(ms) > 0));
CREATE INDEX t_m ON t (m) WHERE m = 'happy';
CREATE VIEW v AS SELECT m FROM t WHERE m <> 'sad';
CREATE FUNCTION f(mood) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
ALTER TABLE t ADD CHECK (m <> 'happy' OR id > 0);
