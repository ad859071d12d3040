-- case: the column is there
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8, a int);
-- migration
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int; -- finds: add-column-that-is-there
-- case: control, it is not
-- setup
CREATE TABLE t (id int8, a int);
-- migration
ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8, a int);
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;
