-- case: another name
-- setup
CREATE TABLE t (a int);
CREATE UNIQUE INDEX i ON t (a);
-- migration
ALTER TABLE t ADD CONSTRAINT c UNIQUE USING INDEX i; -- finds: using-index-renames-index
-- case: control, the same name, or none
-- setup
CREATE TABLE t (a int, b int);
CREATE UNIQUE INDEX i ON t (a);
CREATE UNIQUE INDEX j ON t (b);
-- migration
ALTER TABLE t ADD CONSTRAINT i UNIQUE USING INDEX i;
ALTER TABLE t ADD UNIQUE USING INDEX j;
