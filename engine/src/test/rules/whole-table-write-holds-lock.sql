-- case: all rows change
-- dialect: sqlite
-- expect: holds the write lock
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
UPDATE users SET email = lower(email); -- finds: whole-table-write-holds-lock
-- case: all rows go
-- dialect: sqlite
-- expect: holds the write lock
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
DELETE FROM users; -- finds: whole-table-write-holds-lock
-- case: control, some rows
-- dialect: sqlite
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
UPDATE users SET email = lower(email) WHERE id < 1000;
DELETE FROM users WHERE id = 5;
-- case: control, a table of this migration
-- dialect: sqlite
-- migration
CREATE TABLE t (a INT);
DELETE FROM t;
