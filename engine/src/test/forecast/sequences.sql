-- case: create a sequence
-- expect:
-- setup
CREATE SEQUENCE s;
-- migration
CREATE SEQUENCE q;
-- case: create a sequence that goes with a column
-- expect: t AccessShareLock
-- setup
CREATE TABLE t (a int);
-- migration
CREATE SEQUENCE q OWNED BY t.a;
-- case: alter a sequence
-- expect: s ShareRowExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
ALTER SEQUENCE s INCREMENT BY 2;
-- case: restart a sequence
-- expect: s ShareRowExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
ALTER SEQUENCE s RESTART;
-- case: restart a sequence with a number
-- expect: s ShareRowExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
ALTER SEQUENCE s RESTART WITH 5;
-- case: let a sequence go with a column
-- expect: s ShareRowExclusiveLock; t AccessShareLock
-- setup
CREATE SEQUENCE s;
CREATE TABLE t (a int);
-- migration
ALTER SEQUENCE s OWNED BY t.a;
-- case: let a sequence go with no column
-- expect: s ShareRowExclusiveLock
-- setup
CREATE TABLE t (a int);
CREATE SEQUENCE s OWNED BY t.a;
-- migration
ALTER SEQUENCE s OWNED BY NONE;
-- case: rename a sequence
-- expect: s AccessExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
ALTER SEQUENCE s RENAME TO q;
-- case: move a sequence
-- expect: s AccessExclusiveLock
-- setup
CREATE SEQUENCE s;
CREATE SCHEMA app;
-- migration
ALTER SEQUENCE s SET SCHEMA app;
-- case: set the owner of a sequence
-- expect: s AccessExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
ALTER SEQUENCE s OWNER TO CURRENT_USER;
-- case: set a sequence unlogged
-- on: 15-18
-- expect: s AccessExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
ALTER SEQUENCE s SET UNLOGGED;
-- case: drop a sequence
-- expect: s AccessExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
DROP SEQUENCE s;
-- case: drop a sequence that a default uses, CASCADE
-- expect: t AccessExclusiveLock; t_id_seq AccessExclusiveLock
-- setup
CREATE TABLE t (id serial);
-- migration
DROP SEQUENCE t_id_seq CASCADE;
-- case: next value
-- expect: s RowExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
SELECT nextval('s');
-- case: set the value
-- expect: s RowExclusiveLock
-- setup
CREATE SEQUENCE s;
-- migration
SELECT setval('s', 5);
