-- case: every row
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
UPDATE users SET email = lower(email); -- finds: write-touches-all-rows
DELETE FROM orders; -- finds: write-touches-all-rows
-- case: control, some rows, and joined rows
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
UPDATE users SET email = lower(email) WHERE id < 1000;
DELETE FROM orders WHERE id < 1000;
-- case: control, the table is new
-- migration
CREATE TABLE t (a int8);
UPDATE t SET a = 1;
