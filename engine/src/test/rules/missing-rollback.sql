-- case: none
-- finds: missing-rollback
-- migration
CREATE TABLE t (a int8);
-- case: control, a section
-- migration
CREATE TABLE t (a int8);
-- Rollback
DROP TABLE t;
-- case: control, a reason
-- migration
-- Rollback: none because nobody can tell the values apart any more
CREATE TABLE t (a int8);
