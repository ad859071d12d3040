-- case: dropped
-- setup
CREATE TABLE t (id int8, a int);
CREATE FUNCTION f() RETURNS int8 LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT max(a) FROM t); END';
-- migration
ALTER TABLE t DROP COLUMN a; -- finds: function-names-column-that-goes
-- case: renamed
-- setup
CREATE TABLE t (id int8, a int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT max(a) FROM t';
-- migration
ALTER TABLE t RENAME COLUMN a TO b; -- finds: function-names-column-that-goes
-- case: control, another column, another table
-- setup
CREATE TABLE t (id int8, a int);
CREATE TABLE u (id int8, a int);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT max(a) FROM u';
CREATE FUNCTION g() RETURNS int8 LANGUAGE sql AS 'SELECT max(id) FROM t';
-- migration
ALTER TABLE t DROP COLUMN a;
