-- case: tables that refer to it
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
CREATE TABLE orders (id int8 PRIMARY KEY, user_id int8 REFERENCES users);
CREATE TABLE items (id int8, order_id int8 REFERENCES orders);
-- migration
TRUNCATE users CASCADE; -- finds: truncate-cascade-reaches-far
-- case: control, all of them named
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
CREATE TABLE orders (id int8, user_id int8 REFERENCES users);
-- migration
TRUNCATE users, orders;
