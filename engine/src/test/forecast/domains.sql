-- case: add a check
-- expect: fails 0A000
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
-- migration
ALTER DOMAIN word ADD CONSTRAINT n CHECK (VALUE <> '');
-- case: add a check, not valid
-- expect:
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
-- migration
ALTER DOMAIN word ADD CONSTRAINT n CHECK (VALUE <> '') NOT VALID;
-- case: validate a check
-- expect: fails 0A000
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
ALTER DOMAIN word ADD CONSTRAINT n CHECK (VALUE <> '') NOT VALID;
-- migration
ALTER DOMAIN word VALIDATE CONSTRAINT n;
-- case: set not null
-- expect: fails 0A000
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
-- migration
ALTER DOMAIN word SET NOT NULL;
-- case: drop not null
-- expect:
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
-- migration
ALTER DOMAIN word DROP NOT NULL;
-- case: set a default
-- expect:
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
-- migration
ALTER DOMAIN word SET DEFAULT 'x';
-- case: drop a check
-- expect:
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
ALTER DOMAIN word ADD CONSTRAINT n CHECK (VALUE <> '') NOT VALID;
-- migration
ALTER DOMAIN word DROP CONSTRAINT n;
-- case: rename a check
-- expect:
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
ALTER DOMAIN word ADD CONSTRAINT n CHECK (VALUE <> '') NOT VALID;
-- migration
ALTER DOMAIN word RENAME CONSTRAINT n TO m;
-- case: rename a domain
-- expect:
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
-- migration
ALTER DOMAIN word RENAME TO term;
-- case: create a domain
-- expect:
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
-- migration
CREATE DOMAIN term AS text CHECK (VALUE <> '');
-- case: drop a domain, CASCADE
-- expect: others AccessExclusiveLock; users AccessExclusiveLock
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE users (id int8 PRIMARY KEY, w word, x word);
CREATE TABLE others (w word[]);
CREATE TABLE strangers (a int);
-- migration
DROP DOMAIN word CASCADE;
-- case: add a check, used by partitions
-- expect: t1 ShareLock; scans t1
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE t (id int8, w word) PARTITION BY LIST (id);
CREATE TABLE t1 PARTITION OF t DEFAULT;
-- migration
ALTER DOMAIN word ADD CONSTRAINT n CHECK (VALUE <> '');
-- case: add a check, used by a materialized view
-- expect: m ShareLock; t ShareLock; scans m; scans t
-- setup
CREATE DOMAIN word AS text;
CREATE TABLE t (w word);
CREATE VIEW v AS SELECT w FROM t;
CREATE MATERIALIZED VIEW m AS SELECT w FROM t;
-- migration
ALTER DOMAIN word ADD CONSTRAINT n CHECK (VALUE <> '');
-- case: add a check, used by a domain on it
-- expect: t ShareLock; scans t
-- setup
CREATE DOMAIN word AS text;
CREATE DOMAIN longword AS word;
CREATE TABLE t (w longword);
-- migration
ALTER DOMAIN word ADD CONSTRAINT n CHECK (VALUE <> '');
