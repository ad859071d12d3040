-- case: a table in use
-- dialect: sqlite
-- expect: holds the write lock
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
CREATE INDEX users_email ON users (email); -- finds: create-index-holds-write-lock
-- case: control, a table of this migration
-- dialect: sqlite
-- migration
CREATE TABLE t (a INT);
CREATE INDEX t_a ON t (a);
