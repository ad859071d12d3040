-- case: a table
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users RENAME TO people; -- finds: rename-relation-breaks-application
-- case: into another schema
-- setup
CREATE SCHEMA app;
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users SET SCHEMA app; -- finds: rename-relation-breaks-application
-- case: a whole schema
-- setup
CREATE SCHEMA app;
-- migration
ALTER SCHEMA app RENAME TO shop; -- finds: rename-relation-breaks-application
-- case: a view
-- setup
CREATE VIEW one AS SELECT 1 AS a;
-- migration
ALTER VIEW one RENAME TO two; -- finds: rename-relation-breaks-application
-- case: control, the old name stays as a view
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users RENAME TO people;
CREATE VIEW users AS SELECT * FROM people;
-- case: control, a new table takes its place in the same transaction
-- setup
CREATE TABLE users (id int8);
-- migration
CREATE TABLE users_new (id int8);
ALTER TABLE users RENAME TO users_old;
ALTER TABLE users_new RENAME TO users;
-- case: control, an index is nobody's but the planner's
-- setup
CREATE TABLE users (id int8);
CREATE INDEX users_id ON users (id);
-- migration
ALTER INDEX users_id RENAME TO users_by_id;
