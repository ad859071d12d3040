-- case: four columns
-- setup
CREATE TABLE t (a int, b int, c int, d int);
-- migration
CREATE INDEX ON t (a, b, c, d); -- finds: wide-index-rarely-helps
-- case: control, unique or short
-- setup
CREATE TABLE t (a int, b int, c int, d int);
-- migration
CREATE UNIQUE INDEX ON t (a, b, c, d);
CREATE INDEX ON t (a, b, c) INCLUDE (d);
