-- case: create an enum
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE TYPE mood AS ENUM ('a');
-- case: add a value to an enum
-- expect:
-- setup
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood);
-- migration
ALTER TYPE mood ADD VALUE 'c';
-- case: use a new value of an enum at once
-- expect: t RowExclusiveLock
-- setup
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood);
-- migration
ALTER TYPE mood ADD VALUE 'c';
INSERT INTO t VALUES ('c');
-- case: rename a value of an enum
-- expect:
-- setup
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood);
-- migration
ALTER TYPE mood RENAME VALUE 'a' TO 'x';
-- case: rename a type
-- expect:
-- setup
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood);
-- migration
ALTER TYPE mood RENAME TO feeling;
-- case: drop a type
-- expect: fails 2BP01
-- setup
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood);
-- migration
DROP TYPE mood;
-- case: drop a type, CASCADE
-- expect: t AccessExclusiveLock
-- setup
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood);
-- migration
DROP TYPE mood CASCADE;
-- case: add an attribute to a type
-- expect:
-- setup
CREATE TYPE pair AS (a int, b int);
CREATE TABLE u (p pair);
-- migration
ALTER TYPE pair ADD ATTRIBUTE c int;
-- case: add an attribute to a type, CASCADE
-- expect: t AccessExclusiveLock
-- setup
CREATE TYPE pair AS (a int, b int);
CREATE TABLE t OF pair;
CREATE TABLE u (p pair);
-- migration
ALTER TYPE pair ADD ATTRIBUTE c int CASCADE;
-- case: alter an attribute of a type, CASCADE
-- expect: t AccessExclusiveLock; scans t; rewrites t
-- setup
CREATE TYPE pair AS (a int, b int);
CREATE TABLE t OF pair;
-- migration
ALTER TYPE pair ALTER ATTRIBUTE a TYPE int8 CASCADE;
-- case: alter an attribute of a type that a column has
-- expect: fails 0A000
-- setup
CREATE TYPE pair AS (a int, b int);
CREATE TABLE u (p pair);
-- migration
ALTER TYPE pair ALTER ATTRIBUTE a TYPE int8;
-- case: create a function
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- case: replace a function
-- expect:
-- setup
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- migration
CREATE OR REPLACE FUNCTION g() RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;
-- case: create a function of SQL that reads a table
-- expect: users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE FUNCTION g() RETURNS int8 LANGUAGE sql AS $$ SELECT count(*) FROM users $$;
-- case: create a function with a standard body that reads a table
-- expect: users AccessShareLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE FUNCTION g() RETURNS int8 LANGUAGE sql RETURN (SELECT count(*) FROM users);
-- case: create a function of PL/pgSQL that reads a table
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE FUNCTION g() RETURNS int8 LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM users); END $$;
-- case: alter a function
-- expect:
-- setup
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- migration
ALTER FUNCTION g() STABLE;
-- case: drop a function
-- expect:
-- setup
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- migration
DROP FUNCTION g();
-- case: run a block
-- expect: users AccessExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
DO $$ BEGIN ALTER TABLE users ADD COLUMN c int; END $$;
-- case: create a schema
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE SCHEMA app;
-- case: create a publication for a table
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE PUBLICATION p FOR TABLE users;
-- case: create a publication for all tables
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE PUBLICATION p FOR ALL TABLES;
-- case: create a publication for a schema
-- on: 15-18
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE PUBLICATION p FOR TABLES IN SCHEMA public;
-- case: add a table to a publication
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE PUBLICATION p;
-- migration
ALTER PUBLICATION p ADD TABLE users;
-- case: drop a table from a publication
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE PUBLICATION p FOR TABLE users;
-- migration
ALTER PUBLICATION p DROP TABLE users;
-- case: set the tables of a publication
-- expect: users ShareUpdateExclusiveLock
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE PUBLICATION p;
-- migration
ALTER PUBLICATION p SET TABLE users;
-- case: drop a publication
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
CREATE PUBLICATION p FOR TABLE users;
-- migration
DROP PUBLICATION p;
-- case: create a publication for a partitioned table
-- expect: events ShareUpdateExclusiveLock
-- setup
CREATE TABLE events (id int8, at date, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- migration
CREATE PUBLICATION p FOR TABLE events;
-- case: create an event trigger
-- expect:
-- setup
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
-- migration
CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f();
-- case: create a collation
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE COLLATION nb (provider = icu, locale = 'nb');
-- case: set a parameter
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
SET lock_timeout = '1s';
-- case: create a temporary table
-- expect:
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
CREATE TEMP TABLE tmp (a int);
-- case: create a database in a transaction
-- expect: fails 25001
-- setup
CREATE TABLE users (id int8 PRIMARY KEY, email varchar(20), age int);
CREATE INDEX users_email ON users (email);
-- migration
BEGIN;
CREATE DATABASE nothing;
COMMIT;
