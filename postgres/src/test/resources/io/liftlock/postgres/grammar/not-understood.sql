-- Valid statements of PostgreSQL 18 that liftlock does not understand; docs/adr/010-sql-grammar.md says why that
-- harms nobody. Whoever mends one moves it to accepted.sql.
EXPLAIN REFRESH MATERIALIZED VIEW m;
CREATE DATABASE d BUILTIN_LOCALE 'C' LOCALE_PROVIDER builtin;
MERGE INTO t USING u ON true WHEN MATCHED THEN UPDATE SET (a, b) = (SELECT 1, 2);
COPY BINARY t FROM 'x';
COPY t FROM 'x' USING DELIMITERS '|';
CREATE RULE r AS ON INSERT TO t DO (SELECT 1;; SELECT 2);
SET a.b.c = 1;
