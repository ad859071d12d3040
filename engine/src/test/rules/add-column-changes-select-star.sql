-- case: a table in use
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a int; -- finds: add-column-changes-select-star
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8);
ALTER TABLE t ADD COLUMN a int;
