-- case: smaller in every way
-- setup
CREATE TABLE t (a bigint, b text, c varchar(40), d numeric(12, 4), e timestamptz, f float8, g timestamp(6));
-- migration
ALTER TABLE t ALTER COLUMN a TYPE int; -- finds: alter-column-type-loses-data
ALTER TABLE t ALTER COLUMN b TYPE varchar(10); -- finds: alter-column-type-loses-data
ALTER TABLE t ALTER COLUMN c TYPE varchar(20); -- finds: alter-column-type-loses-data
ALTER TABLE t ALTER COLUMN d TYPE numeric(12, 2); -- finds: alter-column-type-loses-data
ALTER TABLE t ALTER COLUMN e TYPE date; -- finds: alter-column-type-loses-data
ALTER TABLE t ALTER COLUMN f TYPE float4; -- finds: alter-column-type-loses-data
ALTER TABLE t ALTER COLUMN g TYPE timestamp(0); -- finds: alter-column-type-loses-data
-- case: control, bigger, or the same
-- setup
CREATE TABLE t (a int, b varchar(10), c varchar(40), d numeric(12, 4), e date, f float4, g numeric(12, 4));
-- migration
ALTER TABLE t ALTER COLUMN a TYPE bigint;
ALTER TABLE t ALTER COLUMN b TYPE text;
ALTER TABLE t ALTER COLUMN c TYPE varchar(80);
ALTER TABLE t ALTER COLUMN d TYPE numeric(14, 6);
ALTER TABLE t ALTER COLUMN e TYPE timestamp;
ALTER TABLE t ALTER COLUMN f TYPE float8;
ALTER TABLE t ALTER COLUMN g TYPE numeric;
