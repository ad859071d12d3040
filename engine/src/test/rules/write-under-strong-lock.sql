-- case: rows are written behind an ALTER
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
ALTER TABLE users ADD COLUMN active bool;
UPDATE users SET active = true WHERE id < 10; -- finds: write-under-strong-lock
INSERT INTO orders (id) SELECT id FROM users; -- finds: write-under-strong-lock
-- case: control, rows come first, or are few
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
UPDATE users SET email = '' WHERE id < 10;
ALTER TABLE users ADD COLUMN active bool;
INSERT INTO orders (id, total) VALUES (1, 2);
-- case: control, each on its own
-- transaction: none
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email text);
CREATE TABLE orders (id int8 PRIMARY KEY, total int8);
-- migration
ALTER TABLE users ADD COLUMN active bool;
UPDATE users SET active = true WHERE id < 10;
