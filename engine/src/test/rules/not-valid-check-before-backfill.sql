-- case: the backfill comes behind the check
-- setup
CREATE TABLE t (id int8, a int, b int);
-- migration
ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID; -- finds: not-valid-check-before-backfill
UPDATE t SET a = 0 WHERE a IS NULL;
-- case: the backfill comes behind NOT NULL
-- on: 18
-- setup
CREATE TABLE t (id int8, a int);
-- migration
ALTER TABLE t ADD CONSTRAINT c NOT NULL a NOT VALID; -- finds: not-valid-check-before-backfill
UPDATE t SET a = 0 WHERE a IS NULL;
-- case: a new column that nothing has filled
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a int;
ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL AND a > 0) NOT VALID; -- finds: not-valid-check-before-backfill
-- case: control, a new column that is filled, or may stay empty
-- setup
CREATE TABLE t (id int8);
-- migration
ALTER TABLE t ADD COLUMN a int;
UPDATE t SET a = 1;
ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;
ALTER TABLE t ADD COLUMN b int;
ALTER TABLE t ADD CONSTRAINT d CHECK (b > 0) NOT VALID;
ALTER TABLE t ADD COLUMN e int DEFAULT 1;
ALTER TABLE t ADD CONSTRAINT f CHECK (e IS NOT NULL) NOT VALID;
-- case: control, the backfill comes first
-- setup
CREATE TABLE t (id int8, a int, b int);
-- migration
UPDATE t SET a = 0 WHERE a IS NULL;
ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID;
-- case: control, other columns are written
-- setup
CREATE TABLE t (id int8, a int, b int);
-- migration
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
UPDATE t SET b = 0 WHERE b IS NULL;
-- case: control, a foreign key is asked only where its column changes
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (id int8, a int8);
-- migration
ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES p NOT VALID;
UPDATE t SET a = NULL WHERE a = 7;
