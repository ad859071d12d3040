-- case: a table
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users OWNER TO CURRENT_USER; -- finds: owner-change-takes-privileges
-- case: control, the table is new
-- migration
CREATE TABLE users (id int8);
ALTER TABLE users OWNER TO CURRENT_USER;
