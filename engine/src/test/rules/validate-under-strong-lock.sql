-- case: behind a check
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT c; -- finds: validate-under-strong-lock
-- case: mistake 3 of other linters: behind a foreign key only writes wait
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8);
-- migration
ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES p NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT c; -- finds: validate-under-strong-lock
-- case: behind a lock on another table
-- setup
CREATE TABLE u (a int);
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
-- migration
ALTER TABLE u ADD COLUMN b int;
ALTER TABLE t VALIDATE CONSTRAINT c; -- finds: validate-under-strong-lock
-- case: control, each in its own transaction
-- transaction: none
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT c;
-- case: control, the transaction holds nothing that others wait for
-- setup
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
ALTER TABLE t ADD CONSTRAINT d CHECK (a > 1) NOT VALID;
-- migration
ALTER TABLE t VALIDATE CONSTRAINT c;
ALTER TABLE t VALIDATE CONSTRAINT d;
