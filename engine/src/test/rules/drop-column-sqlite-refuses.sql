-- case: indexed
-- dialect: sqlite
-- expect: fails after drop column: no such column: name
-- setup
CREATE TABLE items (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT, price INT, stock INT, CHECK (price > stock));
CREATE INDEX items_name ON items (name);
-- migration
ALTER TABLE items DROP COLUMN name; -- finds: drop-column-sqlite-refuses
-- case: unique
-- dialect: sqlite
-- expect: fails cannot drop UNIQUE column
-- setup
CREATE TABLE items (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT, price INT, stock INT, CHECK (price > stock));
CREATE INDEX items_name ON items (name);
-- migration
ALTER TABLE items DROP COLUMN code; -- finds: drop-column-sqlite-refuses
-- case: primary key
-- dialect: sqlite
-- expect: fails cannot drop PRIMARY KEY column
-- setup
CREATE TABLE items (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT, price INT, stock INT, CHECK (price > stock));
CREATE INDEX items_name ON items (name);
-- migration
ALTER TABLE items DROP COLUMN id; -- finds: drop-column-sqlite-refuses
-- case: a check of the table
-- dialect: sqlite
-- expect: fails after drop column: no such column: price
-- setup
CREATE TABLE items (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT, price INT, stock INT, CHECK (price > stock));
CREATE INDEX items_name ON items (name);
-- migration
ALTER TABLE items DROP COLUMN price; -- finds: drop-column-sqlite-refuses
-- case: of a partial index
-- dialect: sqlite
-- expect: fails after drop column
-- setup
CREATE TABLE t (a INT, b INT, c INT);
CREATE INDEX t_a ON t (a) WHERE b > 0;
-- migration
ALTER TABLE t DROP COLUMN b; -- finds: drop-column-sqlite-refuses
-- case: of an index over an expression
-- dialect: sqlite
-- expect: fails after drop column
-- setup
CREATE TABLE t (a INT, b TEXT);
CREATE INDEX t_b ON t (lower(b));
-- migration
ALTER TABLE t DROP COLUMN b; -- finds: drop-column-sqlite-refuses
-- case: a generated column needs it
-- dialect: sqlite
-- expect: fails after drop column
-- setup
CREATE TABLE t (a INT, b INT, c INT AS (b * 2));
-- migration
ALTER TABLE t DROP COLUMN b; -- finds: drop-column-sqlite-refuses
-- case: a foreign key over two
-- dialect: sqlite
-- expect: fails foreign key
-- setup
CREATE TABLE p (a INT, b INT, PRIMARY KEY (a, b));
CREATE TABLE t (x INT, a INT, b INT, FOREIGN KEY (a, b) REFERENCES p);
-- migration
ALTER TABLE t DROP COLUMN b; -- finds: drop-column-sqlite-refuses
-- case: control, an inline reference and a check of its own
-- dialect: sqlite
-- setup
CREATE TABLE p (a INTEGER PRIMARY KEY);
CREATE TABLE t (x INT, a INT REFERENCES p, b INT CHECK (b > 0));
-- migration
ALTER TABLE t DROP COLUMN a;
ALTER TABLE t DROP COLUMN b;
-- case: control, what needs it goes first
-- dialect: sqlite
-- setup
CREATE TABLE items (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT, price INT, stock INT, CHECK (price > stock));
CREATE INDEX items_name ON items (name);
-- migration
DROP INDEX items_name;
ALTER TABLE items DROP COLUMN name;
