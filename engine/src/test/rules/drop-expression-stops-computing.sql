-- case: a stored column
-- expect: t AccessExclusiveLock
-- setup
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
ALTER TABLE t ALTER COLUMN b DROP EXPRESSION; -- finds: drop-expression-stops-computing
-- case: control, the table is new
-- migration
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
ALTER TABLE t ALTER COLUMN b DROP EXPRESSION;
