-- case: a partitioned table
-- setup
CREATE TABLE t (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t DEFAULT;
CREATE UNIQUE INDEX i ON t (k, a);
-- migration
ALTER TABLE t ADD CONSTRAINT i UNIQUE USING INDEX i; -- finds: using-index-on-partitioned-table
-- case: control, a partition
-- setup
CREATE TABLE t (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t DEFAULT;
CREATE UNIQUE INDEX i ON t1 (k, a);
-- migration
ALTER TABLE t1 ADD CONSTRAINT i UNIQUE USING INDEX i;
