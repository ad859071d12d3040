-- case: SQL is made at run time
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
DO $$ BEGIN EXECUTE format('SELECT %s', current_setting('server_version_num')); END $$; -- finds: dynamic-sql-is-not-seen
-- case: control, SQL that is written out
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
DO $$ BEGIN ALTER TABLE users ADD COLUMN a int8; END $$;
DO $$ BEGIN EXECUTE 'ALTER TABLE users ADD COLUMN b int8'; END $$;
