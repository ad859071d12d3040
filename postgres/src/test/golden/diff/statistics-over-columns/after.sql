CREATE TABLE t (a bigint, b bigint);
CREATE STATISTICS s (ndistinct) ON a, b FROM t;
