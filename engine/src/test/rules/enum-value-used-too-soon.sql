-- case: in a transaction that the file opens
-- untraced: that it fails with 55P04 is told by the rule, not by the forecast of locks
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id int8, mood mood);
-- migration
BEGIN;
ALTER TYPE mood ADD VALUE 'glad'; -- finds: enum-value-used-too-soon
INSERT INTO people VALUES (1, 'glad');
COMMIT;
-- case: as a default
-- untraced: that it fails with 55P04 is told by the rule, not by the forecast of locks
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id int8, mood mood);
-- migration
BEGIN;
ALTER TYPE mood ADD VALUE 'glad'; -- finds: enum-value-used-too-soon
ALTER TABLE people ALTER COLUMN mood SET DEFAULT 'glad';
COMMIT;
-- case: control, the runner commits it before it is used
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id int8, mood mood);
-- migration
ALTER TYPE mood ADD VALUE 'glad';
INSERT INTO people VALUES (1, 'glad');
-- case: control, each statement is committed
-- transaction: none
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id int8, mood mood);
-- migration
ALTER TYPE mood ADD VALUE 'glad';
INSERT INTO people VALUES (1, 'glad');
-- case: control, nothing uses it yet
-- setup
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE people (id int8, mood mood);
-- migration
BEGIN;
ALTER TYPE mood ADD VALUE 'glad';
ALTER TYPE mood ADD VALUE 'happy' AFTER 'glad';
INSERT INTO people VALUES (1, 'ok');
COMMIT;
-- case: control, the type is new, too
-- migration
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TYPE mood ADD VALUE 'glad';
CREATE TABLE people (id int8, mood mood DEFAULT 'glad');
