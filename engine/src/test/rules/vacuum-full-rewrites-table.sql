-- case: one table
-- setup
CREATE TABLE users (id int8);
-- migration
VACUUM FULL users; -- finds: vacuum-full-rewrites-table
-- case: in the order of an index
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
-- migration
CLUSTER users USING users_pkey; -- finds: vacuum-full-rewrites-table
-- case: control, a plain vacuum
-- setup
CREATE TABLE users (id int8);
-- migration
VACUUM ANALYZE users;
