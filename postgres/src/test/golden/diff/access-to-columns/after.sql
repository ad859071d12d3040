CREATE TABLE t (a bigint, c int);
GRANT SELECT (a) ON t TO anon;
GRANT INSERT (c) ON t TO reader WITH GRANT OPTION;
