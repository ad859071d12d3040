-- case: a table
-- on: 15+
-- untraced: the server has no other access method
-- setup
CREATE TABLE users (id int8);
-- migration
ALTER TABLE users SET ACCESS METHOD columnar; -- finds: set-access-method-rewrites-table
-- case: control, the table is new
-- on: 15+
-- migration
CREATE TABLE users (id int8);
ALTER TABLE users SET ACCESS METHOD heap;
