-- case: no default
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a text NOT NULL; -- finds: add-required-column-without-default
ALTER TABLE t ADD COLUMN b text NOT NULL DEFAULT NULL; -- finds: add-required-column-without-default
ALTER TABLE t ADD COLUMN c int8 PRIMARY KEY; -- finds: add-required-column-without-default
-- case: in a body
-- setup
CREATE TABLE t (id int8);
-- migration
DO $$ BEGIN
  ALTER TABLE t ADD COLUMN a text NOT NULL; -- finds: add-required-column-without-default
END $$;
-- case: control, there is a value, or none is needed
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a text NOT NULL DEFAULT '';
ALTER TABLE t ADD COLUMN b text;
ALTER TABLE t ADD COLUMN c serial;
ALTER TABLE t ADD COLUMN d int GENERATED ALWAYS AS (1) STORED NOT NULL;
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8);
ALTER TABLE t ADD COLUMN a text NOT NULL;
