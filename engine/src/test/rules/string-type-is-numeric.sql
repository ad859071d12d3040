-- case: string
-- dialect: sqlite
-- expect: INSERT INTO t VALUES ('007') works; SELECT a FROM t is 7
-- migration
CREATE TABLE t (a STRING); -- finds: string-type-is-numeric
-- case: uuid
-- dialect: sqlite
-- expect: INSERT INTO t VALUES ('1e3') works; SELECT a FROM t is 1000
-- migration
CREATE TABLE t (a UUID); -- finds: string-type-is-numeric
-- case: control
-- dialect: sqlite
-- expect: INSERT INTO t VALUES ('007', '007', 7) works; SELECT a FROM t is 007
-- migration
CREATE TABLE t (a TEXT, b VARCHAR(5), c NUMERIC);
