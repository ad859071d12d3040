-- case: foreign keys and views go with a table
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
CREATE TABLE orders (id int8, user_id int8 REFERENCES users);
CREATE VIEW everybody AS SELECT id FROM users;
-- migration
DROP TABLE users CASCADE; -- finds: drop-cascade-reaches-far
-- case: a schema
-- setup
CREATE SCHEMA app;
CREATE TABLE app.a (id int8);
-- migration
DROP SCHEMA app CASCADE; -- finds: drop-cascade-reaches-far
-- case: a type
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id int8, mood mood);
-- migration
DROP TYPE mood CASCADE; -- finds: drop-cascade-reaches-far
-- case: what a role owns
-- untraced: the role is not there
-- migration
DROP OWNED BY leaver; -- finds: drop-cascade-reaches-far
-- case: control, without the word
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
-- migration
DROP TABLE users;
-- case: control, the table is new
-- migration
CREATE TABLE users (id int8 PRIMARY KEY);
DROP TABLE users CASCADE;
