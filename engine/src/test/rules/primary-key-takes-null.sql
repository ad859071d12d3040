-- case: one column
-- dialect: sqlite
-- expect: INSERT INTO t (b) VALUES (1), (2) works; SELECT count(*) FROM t WHERE a IS NULL is 2
-- migration
CREATE TABLE t (a TEXT PRIMARY KEY, b); -- finds: primary-key-takes-null
-- case: two columns
-- dialect: sqlite
-- expect: INSERT INTO t (a) VALUES (1), (1) works; SELECT count(*) FROM t WHERE b IS NULL is 2
-- migration
CREATE TABLE t (
  a INT NOT NULL,
  b INT, -- finds: primary-key-takes-null
  PRIMARY KEY (a, b)
);
-- case: control
-- dialect: sqlite
-- expect: INSERT INTO w (b) VALUES (1) fails NOT NULL constraint failed; INSERT INTO x (b) VALUES (1) fails NOT NULL constraint failed
-- migration
CREATE TABLE t (a INTEGER PRIMARY KEY, b);
CREATE TABLE u (a TEXT NOT NULL PRIMARY KEY, b);
CREATE TABLE w (a TEXT PRIMARY KEY, b) WITHOUT ROWID;
CREATE TABLE x (a TEXT PRIMARY KEY, b ANY) STRICT;
