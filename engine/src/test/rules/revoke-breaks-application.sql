-- case: a table
-- setup
CREATE TABLE users (id int8);
-- migration
REVOKE SELECT ON users FROM PUBLIC; -- finds: revoke-breaks-application
-- case: control, the table is new
-- migration
CREATE TABLE users (id int8);
REVOKE ALL ON users FROM PUBLIC;
-- case: control, a grant
-- setup
CREATE TABLE users (id int8);
-- migration
GRANT SELECT ON users TO CURRENT_USER;
