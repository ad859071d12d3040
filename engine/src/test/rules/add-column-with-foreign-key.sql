-- case: mistake 1 of other linters: without a default no row is read
-- expect: p ShareRowExclusiveLock; t AccessExclusiveLock
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a int8 REFERENCES p; -- finds: add-column-with-foreign-key
-- case: with a default rows of both are read
-- expect: p ShareRowExclusiveLock; t AccessExclusiveLock; scans p; scans t
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
INSERT INTO p VALUES (1);
CREATE TABLE t (id int8);
INSERT INTO t VALUES (1);
-- migration
ALTER TABLE t ADD COLUMN a int8 DEFAULT 1 REFERENCES p; -- finds: add-column-with-foreign-key
-- case: the table is new, but not the one that it refers to
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
-- migration
CREATE TABLE t (id int8);
ALTER TABLE t ADD COLUMN a int8 REFERENCES p; -- finds: add-column-with-foreign-key
-- case: control, both are new, or it refers to itself
-- setup
CREATE TABLE s (id int8 PRIMARY KEY);
-- migration
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (id int8);
ALTER TABLE t ADD COLUMN a int8 REFERENCES p;
ALTER TABLE s ADD COLUMN parent int8 REFERENCES s;
