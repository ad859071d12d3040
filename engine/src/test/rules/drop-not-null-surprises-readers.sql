-- case: a column that was NOT NULL
-- setup
CREATE TABLE t (a int NOT NULL);
-- migration
ALTER TABLE t ALTER COLUMN a DROP NOT NULL; -- finds: drop-not-null-surprises-readers
-- case: control, it was nullable
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
-- case: control, the table is new
-- migration
CREATE TABLE t (a int NOT NULL);
ALTER TABLE t ALTER COLUMN a DROP NOT NULL;
