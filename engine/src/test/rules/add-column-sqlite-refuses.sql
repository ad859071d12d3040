-- case: unique
-- dialect: sqlite
-- expect: fails Cannot add a UNIQUE column
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN login TEXT UNIQUE; -- finds: add-column-sqlite-refuses
-- case: primary key
-- dialect: sqlite
-- expect: fails Cannot add a PRIMARY KEY column
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN k INT PRIMARY KEY; -- finds: add-column-sqlite-refuses
-- case: unique, on a table that is new
-- dialect: sqlite
-- expect: fails Cannot add a UNIQUE column
-- migration
CREATE TABLE t (a INT);
ALTER TABLE t ADD COLUMN b TEXT UNIQUE; -- finds: add-column-sqlite-refuses
-- case: not null without a default
-- dialect: sqlite
-- expect: fails Cannot add a NOT NULL column with default value NULL
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN name TEXT NOT NULL; -- finds: add-column-sqlite-refuses
-- case: not null with NULL as its default
-- dialect: sqlite
-- expect: fails Cannot add a NOT NULL column with default value NULL
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN name TEXT NOT NULL DEFAULT NULL; -- finds: add-column-sqlite-refuses
-- case: the time of now
-- dialect: sqlite
-- expect: fails Cannot add a column with non-constant default
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN made TEXT DEFAULT CURRENT_TIMESTAMP; -- finds: add-column-sqlite-refuses
-- case: a function
-- dialect: sqlite
-- expect: fails Cannot add a column with non-constant default
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN made TEXT DEFAULT (datetime('now')); -- finds: add-column-sqlite-refuses
-- case: stored
-- dialect: sqlite
-- expect: fails cannot add a STORED column
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN low TEXT AS (lower(email)) STORED; -- finds: add-column-sqlite-refuses
-- case: a reference with a default
-- dialect: sqlite
-- expect: fails Cannot add a REFERENCES column with non-NULL default value
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN boss INT DEFAULT 1 REFERENCES users; -- finds: add-column-sqlite-refuses
-- case: control, columns that it takes
-- dialect: sqlite
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users ADD COLUMN a TEXT;
ALTER TABLE users ADD COLUMN b TEXT NOT NULL DEFAULT 'x';
ALTER TABLE users ADD COLUMN c INT DEFAULT -1;
ALTER TABLE users ADD COLUMN d TEXT DEFAULT ('y');
ALTER TABLE users ADD COLUMN e TEXT AS (lower(email));
ALTER TABLE users ADD COLUMN f INT REFERENCES users;
ALTER TABLE users ADD COLUMN g TEXT DEFAULT word;
-- case: control, an empty table of this migration
-- dialect: sqlite
-- migration
CREATE TABLE t (a INT);
ALTER TABLE t ADD COLUMN b TEXT NOT NULL;
ALTER TABLE t ADD COLUMN c TEXT DEFAULT CURRENT_TIMESTAMP;
