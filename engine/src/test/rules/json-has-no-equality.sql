-- case: in a new table and as a new column
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
CREATE TABLE n (
  id int8 PRIMARY KEY,
  payload json -- finds: json-has-no-equality
);
ALTER TABLE t ADD COLUMN payload json; -- finds: json-has-no-equality
-- case: control, jsonb
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN payload jsonb;
