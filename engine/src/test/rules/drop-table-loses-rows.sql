-- case: a table that refers to another
-- expect: orders AccessExclusiveLock; users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY);
CREATE TABLE orders (id int8, user_id int8 REFERENCES users);
-- migration
DROP TABLE orders; -- finds: drop-table-loses-rows
-- case: two of them
-- setup
CREATE TABLE a (id int8);
CREATE TABLE b (id int8);
-- migration
DROP TABLE IF EXISTS a, b; -- finds: drop-table-loses-rows, drop-table-loses-rows
-- case: control, the table is new
-- migration
CREATE TABLE a (id int8);
DROP TABLE a;
-- case: control, a partition is told of as such
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- migration
DROP TABLE events_1; -- finds: drop-partition-locks-parent
