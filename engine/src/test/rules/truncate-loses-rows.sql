-- case: a table in use
-- setup
CREATE TABLE sessions (id int8 PRIMARY KEY);
-- migration
TRUNCATE sessions; -- finds: truncate-loses-rows
-- case: control, the table is new
-- migration
CREATE TABLE sessions (id int8 PRIMARY KEY);
TRUNCATE sessions;
-- case: control, rows are deleted
-- setup
CREATE TABLE sessions (id int8 PRIMARY KEY);
-- migration
DELETE FROM sessions WHERE id < 1000;
