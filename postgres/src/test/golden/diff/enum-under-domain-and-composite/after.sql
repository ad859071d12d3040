CREATE TYPE mood AS ENUM ('happy', 'ok', 'sad');
CREATE DOMAIN good AS mood CHECK (VALUE <> 'sad');
CREATE TYPE pair AS (m mood, n int);
CREATE TABLE t (id int PRIMARY KEY, g good DEFAULT 'ok', p pair, gs good[]);
CREATE INDEX t_g ON t (g);
CREATE VIEW v AS SELECT g, p FROM t;
GRANT USAGE ON TYPE good TO anon;
