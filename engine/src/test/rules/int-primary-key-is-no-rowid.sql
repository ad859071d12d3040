-- case: int
-- dialect: sqlite
-- expect: INSERT INTO t (a) VALUES (1), (2) works; SELECT count(*) FROM t WHERE id IS NULL is 2
-- migration
CREATE TABLE t (id INT PRIMARY KEY, a); -- finds: int-primary-key-is-no-rowid
-- case: bigint, as a constraint of the table
-- dialect: sqlite
-- expect: INSERT INTO t (a) VALUES (1) works; SELECT count(*) FROM t WHERE id IS NULL is 1
-- migration
CREATE TABLE t (id BIGINT, a, PRIMARY KEY (id)); -- finds: int-primary-key-is-no-rowid
-- case: control
-- dialect: sqlite
-- expect: INSERT INTO t (a) VALUES (1) works; SELECT id FROM t is 1
-- migration
CREATE TABLE t (id INTEGER PRIMARY KEY, a);
-- case: control, without rowid and strict there are no such rows
-- dialect: sqlite
-- migration
CREATE TABLE t (id INT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE u (id INT PRIMARY KEY) STRICT;
CREATE TABLE v (a INT, b INT, PRIMARY KEY (a, b));
