-- case: rows of children go
-- dialect: sqlite
-- expect: SELECT count(*) FROM books is 0
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE CASCADE);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
CREATE TABLE authors_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO authors_new SELECT id, name FROM authors;
DROP TABLE authors; -- finds: drop-table-deletes-children
ALTER TABLE authors_new RENAME TO authors;
-- case: references are emptied
-- dialect: sqlite
-- expect: SELECT count(author_id) FROM books is 0
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE SET NULL);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
CREATE TABLE authors_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO authors_new SELECT id, name FROM authors;
DROP TABLE authors; -- finds: drop-table-deletes-children
ALTER TABLE authors_new RENAME TO authors;
-- case: it fails
-- dialect: sqlite
-- expect: fails FOREIGN KEY constraint failed
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
DROP TABLE authors; -- finds: drop-table-deletes-children
-- case: control, foreign keys are off
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
CREATE TABLE authors_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO authors_new SELECT id, name FROM authors;
DROP TABLE authors;
ALTER TABLE authors_new RENAME TO authors;
PRAGMA foreign_keys = ON;
-- case: control, nobody refers to it
-- dialect: sqlite
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE CASCADE);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
DROP TABLE books;
