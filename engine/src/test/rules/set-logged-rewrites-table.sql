-- case: to unlogged
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users SET UNLOGGED; -- finds: set-logged-rewrites-table
-- case: to logged
-- setup
CREATE UNLOGGED TABLE users (id int8);
-- migration
ALTER TABLE users SET LOGGED; -- finds: set-logged-rewrites-table
-- case: control, it is logged already
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users SET LOGGED;
-- case: control, the table is new
-- migration
CREATE TABLE users (id int8);
ALTER TABLE users SET UNLOGGED;
