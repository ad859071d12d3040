-- case: a domain with a check
-- setup
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a positive; -- finds: add-column-of-constrained-domain
-- case: a domain made in the same migration
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
ALTER TABLE t ADD COLUMN a positive; -- finds: add-column-of-constrained-domain
-- case: control, a domain that demands nothing
-- setup
CREATE DOMAIN label AS text;
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a label;
-- case: control, the table is new
-- setup
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
-- migration
CREATE TABLE t (id int8 PRIMARY KEY);
ALTER TABLE t ADD COLUMN a positive;
