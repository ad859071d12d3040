-- case: a view goes along
-- expect: t AccessExclusiveLock; v AccessExclusiveLock
-- setup
CREATE TABLE t (id int8, a int);
CREATE VIEW v AS SELECT a FROM t;
-- migration
ALTER TABLE t DROP COLUMN a CASCADE; -- finds: drop-column-cascade
-- case: a foreign key of another table goes along
-- setup
CREATE TABLE p (id int8 UNIQUE, b int);
CREATE TABLE t (id int8, a int8 REFERENCES p (id));
-- migration
ALTER TABLE p DROP COLUMN id CASCADE; -- finds: drop-column-cascade
-- case: control, without CASCADE
-- setup
CREATE TABLE t (id int8, a int);
-- migration
ALTER TABLE t DROP COLUMN a;
-- case: control, the table is new
-- migration
CREATE TABLE t (id int8, a int);
ALTER TABLE t DROP COLUMN a CASCADE;
