-- case: a check
-- setup
CREATE TABLE t (a varchar(20) CHECK (a <> ''));
-- migration
ALTER TABLE t ALTER COLUMN a TYPE varchar(40); -- finds: alter-column-type-scans-table
-- case: an index on an expression
-- setup
CREATE TABLE t (a varchar(20));
CREATE INDEX t_a ON t (lower(a));
-- migration
ALTER TABLE t ALTER COLUMN a TYPE varchar(40); -- finds: alter-column-type-scans-table
-- case: another collation of an indexed column
-- setup
CREATE TABLE t (a text);
CREATE INDEX t_a ON t (a);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE text COLLATE "C"; -- finds: alter-column-type-scans-table
-- case: control, a plain index
-- setup
CREATE TABLE t (a varchar(20));
CREATE INDEX t_a ON t (a);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE varchar(40);
-- case: control, checks of other columns
-- setup
CREATE TABLE t (a varchar(20), b int CHECK (b > 0));
-- migration
ALTER TABLE t ALTER COLUMN a TYPE varchar(40);
