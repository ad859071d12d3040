-- case: a check
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0); -- finds: add-check-scans-table
-- case: control, NOT VALID
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
-- case: control, VALIDATE
-- expect: t ShareUpdateExclusiveLock; scans t
-- setup
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
-- migration
ALTER TABLE t VALIDATE CONSTRAINT c;
-- case: control, the table is new
-- migration
CREATE TABLE t (a int);
ALTER TABLE t ADD CHECK (a > 0);
