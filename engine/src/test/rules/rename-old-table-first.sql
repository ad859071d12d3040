-- case: a foreign key is left behind
-- dialect: sqlite
-- expect: SELECT sql LIKE '%authors_old%' FROM sqlite_schema WHERE name = 'books' is 1
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE CASCADE);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
ALTER TABLE authors RENAME TO authors_old; -- finds: rename-old-table-first
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO authors SELECT id, name FROM authors_old;
-- case: a view is left behind
-- dialect: sqlite
-- expect: SELECT sql LIKE '%t_old%' FROM sqlite_schema WHERE name = 'v' is 1
-- setup
CREATE TABLE t (a INT);
CREATE VIEW v AS SELECT a FROM t;
-- migration
ALTER TABLE t RENAME TO t_old; -- finds: rename-old-table-first
CREATE TABLE t (a INT, b INT);
-- case: writes fail behind it
-- dialect: sqlite
-- transaction: none
-- expect: INSERT INTO books VALUES (2, 1) fails no such table
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE CASCADE);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
PRAGMA foreign_keys = OFF;
ALTER TABLE authors RENAME TO authors_old; -- finds: rename-old-table-first
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO authors SELECT id, name FROM authors_old;
DROP TABLE authors_old;
PRAGMA foreign_keys = ON;
-- case: control, the new one is renamed
-- dialect: sqlite
-- transaction: none
-- expect: SELECT sql LIKE '%REFERENCES authors%' FROM sqlite_schema WHERE name = 'books' is 1
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE CASCADE);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
PRAGMA foreign_keys = OFF;
CREATE TABLE authors_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO authors_new SELECT id, name FROM authors;
DROP TABLE authors;
ALTER TABLE authors_new RENAME TO authors;
PRAGMA foreign_keys = ON;
-- case: control, nobody refers to it
-- dialect: sqlite
-- setup
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'a@b');
-- migration
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY);
