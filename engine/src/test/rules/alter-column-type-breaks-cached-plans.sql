-- case: another type
-- setup
CREATE TABLE t (a varchar(20), b int);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE text; -- finds: alter-column-type-breaks-cached-plans
ALTER TABLE t ALTER COLUMN b TYPE bigint; -- finds: alter-column-type-breaks-cached-plans
-- case: control, the same type
-- setup
CREATE TABLE t (a varchar(20));
-- migration
ALTER TABLE t ALTER COLUMN a TYPE character varying(20);
-- case: control, the table is new
-- migration
CREATE TABLE t (a varchar(20));
ALTER TABLE t ALTER COLUMN a TYPE text;
