-- case: two tables in use
-- expect: p ShareRowExclusiveLock; t ShareRowExclusiveLock; scans t
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8);
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p; -- finds: add-foreign-key-scans-tables
-- case: two tables with rows
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
INSERT INTO p SELECT generate_series(1, 5);
CREATE TABLE t (a int8);
INSERT INTO t SELECT generate_series(1, 5);
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p; -- finds: add-foreign-key-scans-tables
-- case: a partitioned table
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (k int, a int8) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t DEFAULT;
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p; -- finds: add-foreign-key-scans-tables
-- case: control, NOT VALID
-- expect: p ShareRowExclusiveLock; t ShareRowExclusiveLock
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8);
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p NOT VALID;
-- case: control, both are new
-- migration
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8);
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p;
