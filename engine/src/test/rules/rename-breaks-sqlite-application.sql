-- case: a column
-- dialect: sqlite
-- expect: SELECT email FROM users fails no such column
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users RENAME COLUMN email TO mail; -- finds: rename-breaks-sqlite-application
-- case: a table
-- dialect: sqlite
-- expect: SELECT 1 FROM users fails no such table
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users RENAME TO people; -- finds: rename-breaks-sqlite-application
-- case: control, a table of this migration
-- dialect: sqlite
-- migration
CREATE TABLE t (a INT);
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t RENAME TO u;
