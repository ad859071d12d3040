-- case: a column is added
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
CREATE PUBLICATION changes FOR TABLE users;
-- migration
ALTER TABLE users ADD COLUMN name text; -- finds: published-table-changes-shape
-- case: a column goes, under a publication of all tables
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, name text);
CREATE PUBLICATION changes FOR ALL TABLES;
-- migration
ALTER TABLE users DROP COLUMN name; -- finds: published-table-changes-shape
-- case: control, nothing is published
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
-- migration
ALTER TABLE users ADD COLUMN name text;
-- case: control, a default stays at home
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, name text);
CREATE PUBLICATION changes FOR TABLE users;
-- migration
ALTER TABLE users ALTER COLUMN name SET DEFAULT 'x';
