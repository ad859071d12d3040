-- case: a primary key in a new table
-- expect: fails 0A000
-- migration
CREATE TABLE events (id int8 PRIMARY KEY, at date) PARTITION BY RANGE (at); -- finds: unique-key-lacks-partition-key
-- case: a key that is added
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
ALTER TABLE events ADD UNIQUE (id); -- finds: unique-key-lacks-partition-key
-- case: a unique index
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE UNIQUE INDEX events_id ON events (id); -- finds: unique-key-lacks-partition-key
-- case: control, the columns that divide are in it
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
ALTER TABLE events ADD UNIQUE (at, id);
-- case: control, an index that is not unique
-- setup
CREATE TABLE events (id int8, at date) PARTITION BY RANGE (at);
-- migration
CREATE INDEX events_id ON events (id);
