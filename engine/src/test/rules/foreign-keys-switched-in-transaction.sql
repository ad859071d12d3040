-- case: rows of children go
-- dialect: sqlite
-- transaction: none
-- expect: SELECT count(*) FROM books is 0
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE CASCADE);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
BEGIN;
PRAGMA foreign_keys = OFF; -- finds: foreign-keys-switched-in-transaction
CREATE TABLE authors_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO authors_new SELECT id, name FROM authors;
DROP TABLE authors;
ALTER TABLE authors_new RENAME TO authors;
COMMIT;
-- case: behind a savepoint
-- dialect: sqlite
-- transaction: none
-- migration
SAVEPOINT s;
PRAGMA foreign_keys = OFF; -- finds: foreign-keys-switched-in-transaction
RELEASE s;
-- case: control, before BEGIN
-- dialect: sqlite
-- transaction: none
-- expect: SELECT count(*) FROM books is 1
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE CASCADE);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE authors_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO authors_new SELECT id, name FROM authors;
DROP TABLE authors;
ALTER TABLE authors_new RENAME TO authors;
COMMIT;
PRAGMA foreign_keys = ON;
-- case: control, it is only asked
-- dialect: sqlite
-- transaction: none
-- migration
BEGIN;
PRAGMA foreign_keys;
COMMIT;
