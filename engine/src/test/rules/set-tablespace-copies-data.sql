-- case: a table
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users SET TABLESPACE pg_default; -- finds: set-tablespace-copies-data
-- case: an index
-- setup
CREATE TABLE users (id int8);
CREATE INDEX users_id ON users (id);
-- migration
ALTER INDEX users_id SET TABLESPACE pg_default; -- finds: set-tablespace-copies-data
-- case: control, a partitioned table has no rows
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
ALTER TABLE events SET TABLESPACE pg_default;
-- case: control, the table is new
-- migration
CREATE TABLE users (id int8);
ALTER TABLE users SET TABLESPACE pg_default;
