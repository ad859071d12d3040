-- case: all readers wait
-- setup
CREATE TABLE users (id int8, name text);
CREATE MATERIALIZED VIEW people AS SELECT id FROM users;
-- migration
REFRESH MATERIALIZED VIEW people; -- finds: refresh-blocks-readers
-- case: control, concurrently
-- setup
CREATE TABLE users (id int8, name text);
CREATE MATERIALIZED VIEW people AS SELECT id FROM users;
CREATE UNIQUE INDEX people_id ON people (id);
-- migration
REFRESH MATERIALIZED VIEW CONCURRENTLY people;
-- case: control, the view is new
-- setup
CREATE TABLE users (id int8, name text);
-- migration
CREATE MATERIALIZED VIEW people AS SELECT id FROM users WITH NO DATA;
REFRESH MATERIALIZED VIEW people;
