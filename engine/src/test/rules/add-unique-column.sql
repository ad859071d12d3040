-- case: unique
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a text UNIQUE; -- finds: add-unique-column
-- case: primary key
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid() PRIMARY KEY; -- finds: add-unique-column, add-column-with-volatile-default
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8);
ALTER TABLE t ADD COLUMN a text UNIQUE;
-- case: control, no key
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a text;
