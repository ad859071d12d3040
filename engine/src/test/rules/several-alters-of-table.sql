-- case: one behind the other
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
ALTER TABLE users ADD COLUMN a int8;
ALTER TABLE users ADD COLUMN b int8; -- finds: several-alters-of-table
-- case: control, one of them reads all rows
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
ALTER TABLE users ADD COLUMN a int8;
ALTER TABLE users ADD CHECK (id > 0);
-- case: control, another table, and a new one
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
ALTER TABLE users ADD COLUMN a int8;
ALTER TABLE orders ADD COLUMN b int8;
CREATE TABLE t (a int8);
ALTER TABLE t ADD COLUMN b int8;
ALTER TABLE t ADD COLUMN c int8;
