CREATE DOMAIN d AS bigint;
CREATE TYPE c AS (v d, w text, x int);
CREATE TABLE t (ds d[], cs c[]);
