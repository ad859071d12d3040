-- case: a misspelt column in a check
-- dialect: sqlite
-- expect: INSERT INTO t VALUES (-1) works; SELECT count(*) FROM t is 1
-- migration
CREATE TABLE t (amount INT, CHECK ("amonut" > 0)); -- finds: double-quoted-text
-- case: a default
-- dialect: sqlite
-- expect: INSERT INTO t (b) VALUES (1) works; SELECT a FROM t is x
-- migration
CREATE TABLE t (a TEXT DEFAULT "x", b); -- finds: double-quoted-text
-- case: a misspelt column in an index
-- dialect: sqlite
-- expect: ALTER TABLE users RENAME COLUMN email TO mail fails no such column: emial
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
CREATE INDEX users_email ON users ("emial"); -- finds: double-quoted-text
-- case: control, names that are there
-- dialect: sqlite
-- expect: INSERT INTO t VALUES (-1, 'x') fails CHECK constraint failed
-- migration
CREATE TABLE t ("amount" INT, b TEXT DEFAULT 'x', CHECK ("amount" > 0 AND b <> 'a "b" c'));
CREATE INDEX t_amount ON t ("amount");
