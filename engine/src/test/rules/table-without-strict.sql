-- case: takes anything
-- dialect: sqlite
-- expect: INSERT INTO t VALUES ('many') works; SELECT typeof(a) FROM t is text
-- migration
CREATE TABLE t (a INTEGER); -- finds: table-without-strict
-- case: control, strict
-- dialect: sqlite
-- expect: INSERT INTO t VALUES ('many') fails cannot store TEXT value in INTEGER column
-- migration
CREATE TABLE t (a INTEGER) STRICT;
-- case: control, made from a query
-- dialect: sqlite
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
CREATE TABLE t AS SELECT id FROM users;
