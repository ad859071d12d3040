-- case: a key that is referred to
-- expect: p AccessExclusiveLock; p_pkey AccessExclusiveLock; t AccessExclusiveLock
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8 REFERENCES p);
-- migration
ALTER TABLE p DROP CONSTRAINT p_pkey CASCADE; -- finds: drop-constraint-cascade
-- case: control, without CASCADE, or no key
-- setup
CREATE TABLE p (id int8 PRIMARY KEY, a int CHECK (a > 0));
-- migration
ALTER TABLE p DROP CONSTRAINT p_pkey;
ALTER TABLE p DROP CONSTRAINT p_a_check CASCADE;
