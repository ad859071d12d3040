-- case: inline
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a int CHECK (a > 0); -- finds: add-column-with-check
ALTER TABLE t ADD COLUMN b int DEFAULT 1 CONSTRAINT b_positive CHECK (b > 0); -- finds: add-column-with-check
-- case: control, validated later
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE t ADD CHECK (a > 0) NOT VALID;
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8);
ALTER TABLE t ADD COLUMN a int CHECK (a > 0);
