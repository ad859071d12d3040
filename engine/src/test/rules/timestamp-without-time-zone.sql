-- case: in a new table and as a new column
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
CREATE TABLE n (a timestamp); -- finds: timestamp-without-time-zone
ALTER TABLE t ADD COLUMN a timestamp(3) without time zone; -- finds: timestamp-without-time-zone
-- case: control
-- migration
CREATE TABLE t (a timestamptz, b date, c time, d timestamp with time zone);
