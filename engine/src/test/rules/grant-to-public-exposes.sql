-- case: a table
-- setup
CREATE TABLE users (id int8);
-- migration
GRANT SELECT ON users TO PUBLIC; -- finds: grant-to-public-exposes
-- case: a new table, too
-- migration
CREATE TABLE users (id int8);
GRANT ALL ON TABLE users TO PUBLIC; -- finds: grant-to-public-exposes
-- case: making things in a schema
-- migration
GRANT CREATE ON SCHEMA public TO PUBLIC; -- finds: grant-to-public-exposes
-- case: control, to a role
-- setup
CREATE TABLE users (id int8);
-- migration
GRANT SELECT ON users TO CURRENT_USER;
-- case: control, the names in a schema are no secret
-- migration
GRANT USAGE ON SCHEMA public TO PUBLIC;
