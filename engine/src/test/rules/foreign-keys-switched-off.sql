-- case: all triggers of a table
-- expect: t ShareRowExclusiveLock
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t DISABLE TRIGGER ALL; -- finds: foreign-keys-switched-off
-- case: all triggers of the session
-- migration
SET LOCAL session_replication_role = 'replica'; -- finds: foreign-keys-switched-off
SET session_replication_role TO replica; -- finds: foreign-keys-switched-off
-- case: control, the user's triggers, and on again
-- setup
CREATE TABLE t (a int);
-- migration
ALTER TABLE t DISABLE TRIGGER USER;
ALTER TABLE t ENABLE TRIGGER ALL;
SET session_replication_role = origin;
