-- case: digits are lost
-- dialect: sqlite
-- expect: INSERT INTO t VALUES ('123456789012345678.25') works; SELECT a = 123456789012345678 FROM t is 0; SELECT a FROM t is 123456789012345680
-- migration
CREATE TABLE t (a DECIMAL(20, 2)); -- finds: decimal-keeps-few-digits
-- case: scale is not checked
-- dialect: sqlite
-- expect: INSERT INTO t VALUES (1.23456) works; SELECT a FROM t is 1.23456
-- migration
CREATE TABLE t (a NUMERIC(4, 2)); -- finds: decimal-keeps-few-digits
-- case: control
-- dialect: sqlite
-- migration
CREATE TABLE t (a INTEGER, b TEXT, c NUMERIC);
