-- case: a comment
-- setup
CREATE TABLE users (id int8, name text);
-- migration
COMMENT ON TABLE users IS 'People'; -- finds: waits-behind-vacuum
-- case: a parameter
-- setup
CREATE TABLE users (id int8, name text);
-- migration
ALTER TABLE users SET (fillfactor = 80); -- finds: waits-behind-vacuum
-- case: control, it gives up soon
-- setup
CREATE TABLE users (id int8, name text);
-- migration
SET LOCAL lock_timeout = '2s';
COMMENT ON TABLE users IS 'People';
-- case: control, the table is new
-- migration
CREATE TABLE users (id int8, name text);
COMMENT ON TABLE users IS 'People';
