-- case: two referenced tables
-- expect: p AccessExclusiveLock; q AccessExclusiveLock; t AccessExclusiveLock
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE q (id int8 PRIMARY KEY);
CREATE TABLE t (a int8 REFERENCES p, b int8 REFERENCES q);
-- migration
DROP TABLE t; -- finds: drop-table-locks-referenced-tables
-- case: control, no foreign key, or all go together
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8 REFERENCES p);
CREATE TABLE u (a int8);
-- migration
DROP TABLE u;
DROP TABLE t, p;
