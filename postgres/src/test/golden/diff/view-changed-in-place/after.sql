CREATE TABLE t (a int, b int, c int);
CREATE VIEW v WITH (security_barrier = true) AS SELECT a, b, c FROM t WHERE a > 0;
CREATE VIEW w AS SELECT a FROM v;
GRANT SELECT ON v TO anon;
