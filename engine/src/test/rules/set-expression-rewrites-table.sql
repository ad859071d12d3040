-- case: stored
-- on: 17+
-- setup
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a * 3); -- finds: set-expression-rewrites-table
-- case: control, virtual
-- on: 18
-- setup
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL);
-- migration
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a * 3);
-- case: control, the table is new
-- on: 17+
-- migration
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
ALTER TABLE t ALTER COLUMN b SET EXPRESSION AS (a * 3);
