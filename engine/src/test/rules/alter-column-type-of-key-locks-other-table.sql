-- case: the referenced side
-- setup
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int8, a int REFERENCES p);
-- migration
ALTER TABLE p ALTER COLUMN id TYPE bigint; -- finds: alter-column-type-of-key-locks-other-table
-- case: the side that refers
-- setup
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int8, a int REFERENCES p);
-- migration
ALTER TABLE t ALTER COLUMN a TYPE bigint; -- finds: alter-column-type-of-key-locks-other-table
-- case: control, a column of no key
-- setup
CREATE TABLE p (id int PRIMARY KEY, b int);
CREATE TABLE t (id int8, a int REFERENCES p, b int);
-- migration
ALTER TABLE t ALTER COLUMN b TYPE bigint;
ALTER TABLE p ALTER COLUMN b TYPE bigint;
