-- case: a view
-- setup
CREATE TABLE t (a varchar(20), b int);
CREATE VIEW v AS SELECT a FROM t;
-- migration
ALTER TABLE t ALTER COLUMN a TYPE text; -- finds: alter-column-type-is-refused
-- case: a materialized view
-- setup
CREATE TABLE t (a varchar(20), b int);
CREATE MATERIALIZED VIEW v AS SELECT a FROM t;
-- migration
ALTER TABLE t ALTER COLUMN a TYPE text; -- finds: alter-column-type-is-refused
-- case: a generated column
-- setup
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE bigint; -- finds: alter-column-type-is-refused
-- case: a policy
-- setup
CREATE TABLE t (a int);
CREATE POLICY p ON t USING (a > 0);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE bigint; -- finds: alter-column-type-is-refused
-- case: control, a view of another column
-- setup
CREATE TABLE t (a varchar(20), b int);
CREATE VIEW v AS SELECT b FROM t;
-- migration
ALTER TABLE t ALTER COLUMN a TYPE text;
-- case: control, the view is gone
-- setup
CREATE TABLE t (a varchar(20), b int);
CREATE VIEW v AS SELECT a FROM t;
-- migration
DROP VIEW v;
ALTER TABLE t ALTER COLUMN a TYPE text;
