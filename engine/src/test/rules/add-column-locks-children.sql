-- case: partitions
-- expect: p AccessExclusiveLock; p1 AccessExclusiveLock; p2 AccessExclusiveLock
-- setup
CREATE TABLE p (a int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 PARTITION OF p DEFAULT;
-- migration
ALTER TABLE p ADD COLUMN b int; -- finds: add-column-locks-children
-- case: inheritance
-- setup
CREATE TABLE p (a int);
CREATE TABLE c (x int) INHERITS (p);
-- migration
ALTER TABLE p ADD COLUMN b int; -- finds: add-column-locks-children
-- case: control, nothing below it
-- setup
CREATE TABLE p (a int) PARTITION BY RANGE (a);
CREATE TABLE t (a int);
-- migration
ALTER TABLE p ADD COLUMN b int;
ALTER TABLE t ADD COLUMN b int;
