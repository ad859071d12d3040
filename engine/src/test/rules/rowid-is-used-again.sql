-- case: given out again
-- dialect: sqlite
-- expect: INSERT INTO t (a) VALUES (1) works; DELETE FROM t works; INSERT INTO t (a) VALUES (2) works; SELECT id FROM t is 1
-- migration
CREATE TABLE t (id INTEGER PRIMARY KEY, a); -- finds: rowid-is-used-again
-- case: control, never again
-- dialect: sqlite
-- expect: INSERT INTO t (a) VALUES (1) works; DELETE FROM t works; INSERT INTO t (a) VALUES (2) works; SELECT id FROM t is 2
-- migration
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a);
-- case: control, a key that gives no numbers
-- dialect: sqlite
-- migration
CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY);
