-- case: a table without a key
-- dialect: sqlite
-- transaction: none
-- expect: SELECT rowid FROM log is 1
-- setup
CREATE TABLE log (line TEXT);
INSERT INTO log VALUES ('a'), ('b');
DELETE FROM log WHERE line = 'a';
-- migration
VACUUM; -- finds: vacuum-renumbers-rows
-- case: a key that is no rowid
-- dialect: sqlite
-- transaction: none
-- setup
CREATE TABLE t (a TEXT PRIMARY KEY);
-- migration
VACUUM; -- finds: vacuum-renumbers-rows
-- case: control, the rowid has a name
-- dialect: sqlite
-- transaction: none
-- expect: SELECT id FROM log is 2
-- setup
CREATE TABLE log (id INTEGER PRIMARY KEY, line TEXT);
INSERT INTO log (line) VALUES ('a'), ('b');
DELETE FROM log WHERE line = 'a';
-- migration
VACUUM;
-- case: control, without rowid
-- dialect: sqlite
-- transaction: none
-- setup
CREATE TABLE t (a TEXT PRIMARY KEY) WITHOUT ROWID;
-- migration
VACUUM;
