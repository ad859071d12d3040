CREATE AGGREGATE product(numeric) (SFUNC = numeric_mul, STYPE = numeric, INITCOND = '2', PARALLEL = SAFE);
CREATE TABLE t (n numeric);
CREATE VIEW v AS SELECT product(n) AS p FROM t;
GRANT SELECT ON v TO anon;
