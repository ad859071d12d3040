CREATE TABLE t (a int, b text, c jsonb);
CREATE INDEX t_a ON t (a DESC NULLS LAST);
CREATE UNIQUE INDEX t_lower ON t (lower(b)) INCLUDE (a) WHERE a > 0;
CREATE INDEX t_c ON t USING gin (c jsonb_path_ops) WITH (fastupdate = off);
