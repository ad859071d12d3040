-- case: a foreign key
-- expect: p AccessExclusiveLock; t AccessExclusiveLock
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8 REFERENCES p);
-- migration
ALTER TABLE t DROP CONSTRAINT t_a_fkey; -- finds: drop-foreign-key-locks-referenced-table
-- case: control, a check, and a key to its own table
-- setup
CREATE TABLE t (id int8 PRIMARY KEY, a int8 REFERENCES t, b int CHECK (b > 0));
-- migration
ALTER TABLE t DROP CONSTRAINT t_a_fkey;
ALTER TABLE t DROP CONSTRAINT t_b_check;
