CREATE DOMAIN d AS int;
CREATE TYPE c AS (v d, w text);
CREATE TABLE t (ds d[], cs c[]);
