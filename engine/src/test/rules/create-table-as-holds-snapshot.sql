-- case: a table
-- setup
CREATE TABLE users (id int8, name text);
-- migration
CREATE TABLE people AS SELECT id FROM users; -- finds: create-table-as-holds-snapshot
-- case: a materialized view
-- setup
CREATE TABLE users (id int8, name text);
-- migration
CREATE MATERIALIZED VIEW people AS SELECT id FROM users; -- finds: create-table-as-holds-snapshot
-- case: control, without data
-- setup
CREATE TABLE users (id int8, name text);
-- migration
CREATE TABLE people AS SELECT id FROM users WITH NO DATA;
CREATE MATERIALIZED VIEW folk AS SELECT id FROM users WITH NO DATA;
-- case: control, what it reads is new
-- migration
CREATE TABLE users (id int8, name text);
CREATE TABLE people AS SELECT id FROM users;
