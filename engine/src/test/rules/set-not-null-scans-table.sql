-- case: nothing proves it
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (id int8, a int);
-- migration
ALTER TABLE t ALTER COLUMN a SET NOT NULL; -- finds: set-not-null-scans-table
-- case: a check of another column whose name ends alike proves nothing
-- setup
CREATE TABLE t (first_name text, name text, CONSTRAINT c CHECK (first_name IS NOT NULL));
-- migration
ALTER TABLE t ALTER COLUMN name SET NOT NULL; -- finds: set-not-null-scans-table
-- case: a validated check of another column proves nothing
-- setup
CREATE TABLE t (a int, b int);
ALTER TABLE t ADD CONSTRAINT c CHECK (b IS NOT NULL) NOT VALID;
-- migration
ALTER TABLE t VALIDATE CONSTRAINT c;
ALTER TABLE t ALTER COLUMN a SET NOT NULL; -- finds: set-not-null-scans-table
-- case: a check that is not validated proves nothing
-- setup
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;
-- migration
ALTER TABLE t ALTER COLUMN a SET NOT NULL; -- finds: set-not-null-scans-table
-- case: control, a new table has no row that NOT VALID could mean
-- setup
CREATE TABLE t (a int, CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID);
-- migration
ALTER TABLE t VALIDATE CONSTRAINT c;
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- case: OR proves nothing, nor does a comparison
-- setup
CREATE TABLE t (a int, b int, CHECK (a IS NOT NULL OR b > 0), CHECK (a > 0));
-- migration
ALTER TABLE t ALTER COLUMN a SET NOT NULL; -- finds: set-not-null-scans-table
-- case: control, a validated check proves it
-- setup
CREATE TABLE t (a int, b int, CHECK (a IS NOT NULL AND b > 0), CONSTRAINT c CHECK (b IS NOT NULL));
-- migration
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
-- case: control, it is NOT NULL already
-- setup
CREATE TABLE t (a int PRIMARY KEY, b int NOT NULL);
-- migration
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
-- case: NOT NULL as a constraint
-- on: 18
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD CONSTRAINT t_a_not_null NOT NULL a; -- finds: set-not-null-scans-table
-- case: control, NOT NULL that is validated later
-- on: 18
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD CONSTRAINT t_a_not_null NOT NULL a NOT VALID;
-- case: control, the table is new
-- migration
CREATE TABLE t (a int);
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
