-- case: a column in use
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8, a int);
-- migration
ALTER TABLE t DROP COLUMN a; -- finds: drop-column-breaks-application
-- case: in a body
-- setup
CREATE TABLE t (id int8, a int);
-- migration
DO $$ BEGIN
  ALTER TABLE t DROP COLUMN IF EXISTS a; -- finds: drop-column-breaks-application
END $$;
-- case: control, the column came in the same transaction
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE t DROP COLUMN a;
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8, a int);
ALTER TABLE t DROP COLUMN a;
