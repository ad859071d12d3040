-- case: a new check
-- expect: t ShareLock; scans t
-- setup
CREATE DOMAIN d AS int;
CREATE TABLE t (a d);
-- migration
ALTER DOMAIN d ADD CONSTRAINT positive CHECK (VALUE > 0); -- finds: domain-constraint-scans-tables
-- case: mistake 6 of other linters: NOT VALID and VALIDATE do not help domains
-- setup
CREATE DOMAIN d AS int;
CREATE TABLE t (a d);
ALTER DOMAIN d ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
-- migration
ALTER DOMAIN d VALIDATE CONSTRAINT positive; -- finds: domain-constraint-scans-tables
-- case: NOT NULL
-- setup
CREATE DOMAIN d AS int;
CREATE TABLE t (a d);
-- migration
ALTER DOMAIN d SET NOT NULL; -- finds: domain-constraint-scans-tables
-- case: control, what reads nothing
-- setup
CREATE DOMAIN d AS int;
CREATE TABLE t (a d);
-- migration
ALTER DOMAIN d ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
ALTER DOMAIN d SET DEFAULT 1;
ALTER DOMAIN d DROP NOT NULL;
-- case: control, no table uses it
-- migration
CREATE DOMAIN d AS int;
ALTER DOMAIN d ADD CONSTRAINT positive CHECK (VALUE > 0);
