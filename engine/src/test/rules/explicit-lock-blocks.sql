-- case: nothing said
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8, name text);
-- migration
LOCK TABLE users; -- finds: explicit-lock-blocks
-- case: writers
-- expect: users ShareLock
-- setup
CREATE TABLE users (id int8, name text);
-- migration
LOCK TABLE users IN SHARE MODE; -- finds: explicit-lock-blocks
-- case: control, it does not wait
-- setup
CREATE TABLE users (id int8, name text);
-- migration
LOCK TABLE users NOWAIT;
-- case: control, nobody minds
-- setup
CREATE TABLE users (id int8, name text);
-- migration
LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE;
-- case: control, it gives up soon
-- setup
CREATE TABLE users (id int8, name text);
-- migration
SET LOCAL lock_timeout = '2s';
LOCK TABLE users;
