-- case: a rule
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8);
-- migration
CREATE RULE kept AS ON DELETE TO users DO INSTEAD NOTHING; -- finds: rewrite-rule-locks-table
-- case: switched off
-- setup
CREATE TABLE users (id int8);
CREATE RULE kept AS ON DELETE TO users DO INSTEAD NOTHING;
-- migration
ALTER TABLE users DISABLE RULE kept; -- finds: rewrite-rule-locks-table
-- case: control, the table is new
-- migration
CREATE TABLE users (id int8);
CREATE RULE kept AS ON DELETE TO users DO INSTEAD NOTHING;
