CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE TABLE t (a citext UNIQUE, b text);
CREATE INDEX t_b ON t USING gin (b gin_trgm_ops);
