-- case: int to bigint
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE bigint; -- finds: alter-column-type-rewrites-table
-- case: shorter, another scale, another way to store
-- setup
CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE t (a varchar(40), b numeric(10, 2), c char(5), d jsonb, e mood, f timestamp);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE varchar(20); -- finds: alter-column-type-rewrites-table
ALTER TABLE t ALTER COLUMN b TYPE numeric(10, 3); -- finds: alter-column-type-rewrites-table
ALTER TABLE t ALTER COLUMN c TYPE text; -- finds: alter-column-type-rewrites-table
ALTER TABLE t ALTER COLUMN d TYPE json; -- finds: alter-column-type-rewrites-table
ALTER TABLE t ALTER COLUMN e TYPE text; -- finds: alter-column-type-rewrites-table
ALTER TABLE t ALTER COLUMN f TYPE timestamp(0); -- finds: alter-column-type-rewrites-table
-- case: USING that computes, though the type stays
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE int USING a + 1; -- finds: alter-column-type-rewrites-table
-- case: a domain with a check
-- setup
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE positive; -- finds: alter-column-type-rewrites-table
-- case: mistake 7 of other linters: free type changes are not flagged
-- setup
CREATE DOMAIN label AS text;
CREATE TABLE t (a varchar(20), b varchar(20), c text, d varbit(4), e numeric(10, 2));
CREATE TABLE u (a numeric(10, 2), b timestamp(3), c interval(3), d cidr, e label, f text, g int);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE varchar(40);
ALTER TABLE t ALTER COLUMN b TYPE text;
ALTER TABLE t ALTER COLUMN c TYPE varchar;
ALTER TABLE t ALTER COLUMN d TYPE varbit(8);
ALTER TABLE t ALTER COLUMN e TYPE numeric(12, 2);
ALTER TABLE u ALTER COLUMN a TYPE numeric;
ALTER TABLE u ALTER COLUMN b TYPE timestamp(6);
ALTER TABLE u ALTER COLUMN c TYPE interval(6);
ALTER TABLE u ALTER COLUMN d TYPE inet;
ALTER TABLE u ALTER COLUMN e TYPE text;
ALTER TABLE u ALTER COLUMN f TYPE label;
ALTER TABLE u ALTER COLUMN g TYPE int;
-- case: control, the table is new
-- migration
CREATE TABLE t (a int);
ALTER TABLE t ALTER COLUMN a TYPE bigint;
