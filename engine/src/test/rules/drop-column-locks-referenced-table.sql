-- case: a column with a foreign key
-- expect: p AccessExclusiveLock; t AccessExclusiveLock
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (id int8, a int8 REFERENCES p);
-- migration
ALTER TABLE t DROP COLUMN a; -- finds: drop-column-locks-referenced-table
-- case: control, another column
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (id int8, a int8 REFERENCES p);
-- migration
ALTER TABLE t DROP COLUMN id;
-- case: control, it refers to its own table
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, a int8 REFERENCES t);
-- migration
ALTER TABLE t DROP COLUMN a;
