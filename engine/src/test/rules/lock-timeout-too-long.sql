-- case: no limit, and a long one
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
SET LOCAL lock_timeout = 0;
ALTER TABLE users ADD COLUMN a int8; -- finds: lock-timeout-too-long
SET LOCAL lock_timeout = '1min';
ALTER TABLE users ADD COLUMN b int8; -- finds: lock-timeout-too-long
-- case: control, a short one, and none said
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
ALTER TABLE users ADD COLUMN b int8;
SET LOCAL lock_timeout = '5s';
ALTER TABLE users ADD COLUMN a int8;
-- case: control, what blocks no readers
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
SET LOCAL lock_timeout = 0;
CREATE INDEX ON users (email);
