-- case: refused before 18
-- on: 14-17
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (k int, a int8) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t DEFAULT;
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p NOT VALID; -- finds: not-valid-foreign-key-on-partitioned-table
-- case: control, since 18
-- on: 18
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (k int, a int8) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t DEFAULT;
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p NOT VALID;
-- case: control, a partition, and a partitioned table that others refer to
-- setup
CREATE TABLE p (id int8 PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE t (k int, a int8) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t DEFAULT;
CREATE TABLE u (a int8);
CREATE TABLE q (id int8 PRIMARY KEY);
-- migration
ALTER TABLE t1 ADD FOREIGN KEY (a) REFERENCES q NOT VALID;
ALTER TABLE u ADD FOREIGN KEY (a) REFERENCES q NOT VALID;
