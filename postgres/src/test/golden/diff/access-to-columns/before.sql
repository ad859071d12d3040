CREATE TABLE t (a int, b int, c int);
GRANT SELECT (a, b), UPDATE (a) ON t TO anon;
