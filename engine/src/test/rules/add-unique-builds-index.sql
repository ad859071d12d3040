-- case: a table in use
-- expect: t AccessExclusiveLock; scans t
-- setup
CREATE TABLE t (a int, b int);
-- migration
ALTER TABLE t ADD UNIQUE (a, b); -- finds: add-unique-builds-index
-- case: control, an index becomes the constraint
-- setup
CREATE TABLE t (a int);
CREATE UNIQUE INDEX t_a_key ON t (a);
-- migration
ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a_key;
-- case: control, the table is new
-- migration
CREATE TABLE t (a int);
ALTER TABLE t ADD UNIQUE (a);
