-- case: a new table
-- dialect: sqlite
-- expect: plan of DELETE FROM authors WHERE id = 1 has SCAN books
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY);
-- migration
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors); -- finds: key-to-parent-without-index
-- case: a new column
-- dialect: sqlite
-- expect: plan of DELETE FROM authors WHERE id = 1 has SCAN books
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY);
CREATE TABLE books (id INTEGER PRIMARY KEY);
-- migration
ALTER TABLE books ADD COLUMN author_id INTEGER REFERENCES authors; -- finds: key-to-parent-without-index
-- case: an index that begins with another column
-- dialect: sqlite
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY);
-- migration
CREATE TABLE books (id INTEGER PRIMARY KEY, year INT, author_id INTEGER REFERENCES authors); -- finds: key-to-parent-without-index
CREATE INDEX books_year ON books (year, author_id);
-- case: control, an index
-- dialect: sqlite
-- expect: plan of DELETE FROM authors WHERE id = 1 has USING
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY);
-- migration
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors);
CREATE INDEX books_author ON books (author_id, id);
-- case: control, its own key
-- dialect: sqlite
-- setup
CREATE TABLE authors (id INTEGER PRIMARY KEY);
-- migration
CREATE TABLE details (author_id INTEGER PRIMARY KEY REFERENCES authors);
CREATE TABLE notes (author_id INTEGER UNIQUE REFERENCES authors);
