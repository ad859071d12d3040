-- case: a unique constraint, and a unique index
-- setup
CREATE TABLE t (a int UNIQUE, b int);
CREATE UNIQUE INDEX t_b ON t (b);
-- migration
ALTER TABLE t DROP CONSTRAINT t_a_key; -- finds: drop-key-breaks-on-conflict
DROP INDEX t_b; -- finds: drop-key-breaks-on-conflict
-- case: control, another index of the same columns is there
-- setup
CREATE TABLE t (a int UNIQUE);
CREATE UNIQUE INDEX again ON t (a);
-- migration
ALTER TABLE t DROP CONSTRAINT t_a_key;
-- case: control, nothing unique goes
-- setup
CREATE TABLE t (a int CHECK (a > 0), b int);
CREATE INDEX t_b ON t (b);
-- migration
ALTER TABLE t DROP CONSTRAINT t_a_check;
DROP INDEX t_b;
