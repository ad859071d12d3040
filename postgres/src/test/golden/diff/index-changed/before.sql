CREATE TABLE t (a int, b text);
CREATE INDEX i ON t (a);
COMMENT ON INDEX i IS 'old';
