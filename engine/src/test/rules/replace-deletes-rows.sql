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
INSERT OR REPLACE INTO authors VALUES (1, 'Ada L.'); -- finds: replace-deletes-rows
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
REPLACE INTO authors VALUES (1, 'Ada L.'); -- finds: replace-deletes-rows
-- case: control, the row is changed
-- dialect: sqlite
-- expect: SELECT count(*) FROM books is 1
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE CASCADE);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
INSERT INTO authors VALUES (1, 'Ada L.') ON CONFLICT (id) DO UPDATE SET name = excluded.name;
-- case: control, nobody refers to it
-- dialect: sqlite
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors ON DELETE CASCADE);
CREATE INDEX books_author ON books (author_id);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1);
-- migration
REPLACE INTO books VALUES (1, 1);
