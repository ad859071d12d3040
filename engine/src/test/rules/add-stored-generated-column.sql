-- case: stored
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, a int);
-- migration
ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) STORED; -- finds: add-stored-generated-column
-- case: control, virtual
-- on: 18
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, a int);
-- migration
ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) VIRTUAL;
ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 3);
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8 PRIMARY KEY, a int);
ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) STORED;
