-- case: the constraint
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (a int CHECK (a > 0));
-- migration
ALTER TABLE t RENAME CONSTRAINT t_a_check TO positive; -- finds: rename-constraint-breaks-application
-- case: its index
-- setup
CREATE TABLE t (a int UNIQUE);
-- migration
ALTER INDEX t_a_key RENAME TO once; -- finds: rename-constraint-breaks-application
-- case: control, an index of its own
-- setup
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
-- migration
ALTER INDEX i RENAME TO j;
-- case: control, the table is new
-- migration
CREATE TABLE t (a int UNIQUE);
ALTER TABLE t RENAME CONSTRAINT t_a_key TO once;
