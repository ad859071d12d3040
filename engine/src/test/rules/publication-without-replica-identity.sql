-- case: a table without a key
-- setup
CREATE TABLE users (id int8);
-- migration
CREATE PUBLICATION changes FOR TABLE users; -- finds: publication-without-replica-identity
-- case: every table
-- setup
CREATE TABLE users (id int8);
-- migration
CREATE PUBLICATION changes FOR ALL TABLES; -- finds: publication-without-replica-identity
-- case: a new table under a publication of all
-- setup
CREATE PUBLICATION changes FOR ALL TABLES;
-- migration
CREATE TABLE users (id int8); -- finds: publication-without-replica-identity
-- case: control, with a key
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
-- migration
CREATE PUBLICATION changes FOR TABLE users;
-- case: control, it gets an identity in the same migration
-- setup
CREATE TABLE users (id int8);
-- migration
CREATE PUBLICATION changes FOR TABLE users;
ALTER TABLE users REPLICA IDENTITY FULL;
-- case: control, only inserts are published
-- setup
CREATE TABLE users (id int8);
-- migration
CREATE PUBLICATION changes FOR TABLE users WITH (publish = 'insert');
