-- case: two tables in one transaction
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
ALTER TABLE users ADD COLUMN active bool;
ALTER TABLE orders ADD COLUMN paid bool; -- finds: several-tables-locked
-- case: control, the same table, and a new one
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
ALTER TABLE users ADD COLUMN active bool;
ALTER TABLE users ADD COLUMN other bool;
CREATE TABLE t (a int8);
ALTER TABLE t ADD COLUMN b int8;
-- case: control, each on its own
-- transaction: none
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
ALTER TABLE users ADD COLUMN active bool;
ALTER TABLE orders ADD COLUMN paid bool;
