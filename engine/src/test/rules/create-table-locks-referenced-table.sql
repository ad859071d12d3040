-- case: at a column
-- expect: p ShareRowExclusiveLock
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
-- migration
CREATE TABLE t (a int8 REFERENCES p); -- finds: create-table-locks-referenced-table
-- case: of the table
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
-- migration
CREATE TABLE t (a int8, FOREIGN KEY (a) REFERENCES p); -- finds: create-table-locks-referenced-table
-- case: control, both are new
-- migration
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8 REFERENCES p);
-- case: control, it refers to itself
-- migration
CREATE TABLE t (id int8 PRIMARY KEY, a int8 REFERENCES t);
