-- case: mistake 8 of other linters: it takes a moment on all versions, but breaks applications on all of them
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (id int8, a int);
-- migration
ALTER TABLE t RENAME COLUMN a TO b; -- finds: rename-column-breaks-application
-- case: control, the column came in the same transaction
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE t RENAME a TO b;
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8, a int);
ALTER TABLE t RENAME a TO b;
