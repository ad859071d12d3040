-- case: the whole row
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
-- migration
ALTER TABLE users REPLICA IDENTITY FULL; -- finds: replica-identity-full-or-nothing
-- case: none at all
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
-- migration
ALTER TABLE users REPLICA IDENTITY NOTHING; -- finds: replica-identity-full-or-nothing
-- case: control, an index
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
-- migration
ALTER TABLE users REPLICA IDENTITY USING INDEX users_pkey;
-- case: control, the table is new
-- migration
CREATE TABLE users (id int8);
ALTER TABLE users REPLICA IDENTITY FULL;
