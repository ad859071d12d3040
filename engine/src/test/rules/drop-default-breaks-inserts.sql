-- case: of a new column, as some frameworks do
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a text NOT NULL DEFAULT '';
ALTER TABLE t ALTER COLUMN a DROP DEFAULT; -- finds: drop-default-breaks-inserts
-- case: of an old column
-- setup
CREATE TABLE t (id int8, a int NOT NULL DEFAULT 0);
-- migration
ALTER TABLE t ALTER a DROP DEFAULT; -- finds: drop-default-breaks-inserts
-- case: control, NULL will do, or there is no default
-- setup
CREATE TABLE t (id int8, a int DEFAULT 0, b int NOT NULL);
-- migration
ALTER TABLE t ALTER a DROP DEFAULT;
ALTER TABLE t ALTER b DROP DEFAULT;
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8, a int NOT NULL DEFAULT 0);
ALTER TABLE t ALTER a DROP DEFAULT;
