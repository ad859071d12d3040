-- case: enforced again
-- on: 18
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8, CONSTRAINT c FOREIGN KEY (a) REFERENCES p NOT ENFORCED);
-- migration
ALTER TABLE t ALTER CONSTRAINT c ENFORCED; -- finds: enforce-constraint-scans-tables
-- case: control, other changes
-- on: 18
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8, CONSTRAINT c FOREIGN KEY (a) REFERENCES p);
-- migration
ALTER TABLE t ALTER CONSTRAINT c DEFERRABLE;
