-- case: added so, and made so
-- on: 18
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8 REFERENCES p, b int);
-- migration
ALTER TABLE t ADD CHECK (b > 0) NOT ENFORCED; -- finds: constraint-not-enforced
ALTER TABLE t ALTER CONSTRAINT t_a_fkey NOT ENFORCED; -- finds: constraint-not-enforced
-- case: control, enforced
-- on: 18
-- setup
CREATE TABLE t (b int);
-- migration
ALTER TABLE t ADD CHECK (b > 0) NOT VALID;
