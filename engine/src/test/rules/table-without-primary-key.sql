-- case: none
-- migration
CREATE TABLE t (a int, b int UNIQUE); -- finds: table-without-primary-key
-- case: control, one of the column, of the table, or added later
-- migration
CREATE TABLE t (a int PRIMARY KEY);
CREATE TABLE u (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE v (a int);
ALTER TABLE v ADD PRIMARY KEY (a);
-- case: control, tables that need none
-- setup
CREATE TABLE p (a int PRIMARY KEY) PARTITION BY RANGE (a);
-- migration
CREATE TEMPORARY TABLE t (a int);
CREATE TABLE p1 PARTITION OF p DEFAULT;
