CREATE TABLE t (a INT, b INT AS (a * 2));
INSERT INTO t (a) VALUES (1), (2);
