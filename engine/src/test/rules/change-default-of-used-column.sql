-- case: another default
-- setup
CREATE TABLE t (a int DEFAULT 0, b int);
-- migration
ALTER TABLE t ALTER a SET DEFAULT 1; -- finds: change-default-of-used-column
-- case: control, the first default, or the same
-- setup
CREATE TABLE t (a int DEFAULT 0, b int);
-- migration
ALTER TABLE t ALTER a SET DEFAULT 0;
ALTER TABLE t ALTER b SET DEFAULT 1;
-- case: control, the table is new
-- migration
CREATE TABLE t (a int DEFAULT 0);
ALTER TABLE t ALTER a SET DEFAULT 1;
