-- case: no unique index
-- expect: fails 55000
-- setup
CREATE TABLE users (id int8, name text);
CREATE MATERIALIZED VIEW people AS SELECT id FROM users;
-- migration
REFRESH MATERIALIZED VIEW CONCURRENTLY people; -- finds: refresh-concurrently-fails
-- case: an index of some rows does not help
-- setup
CREATE TABLE users (id int8, name text);
CREATE MATERIALIZED VIEW people AS SELECT id FROM users;
CREATE UNIQUE INDEX people_id ON people (id) WHERE id > 0;
-- migration
REFRESH MATERIALIZED VIEW CONCURRENTLY people; -- finds: refresh-concurrently-fails
-- case: control, a unique index over all rows
-- setup
CREATE TABLE users (id int8, name text);
CREATE MATERIALIZED VIEW people AS SELECT id FROM users;
CREATE UNIQUE INDEX people_id ON people (id);
-- migration
REFRESH MATERIALIZED VIEW CONCURRENTLY people;
