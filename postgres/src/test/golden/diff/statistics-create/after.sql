CREATE TABLE s (a integer, b integer, c text);
CREATE STATISTICS s_ab (dependencies, ndistinct) ON a, b FROM s;
ALTER STATISTICS s_ab SET STATISTICS 500;
COMMENT ON STATISTICS s_ab IS 'they hang together';
CREATE STATISTICS "Odd stats" ON (lower(c)) FROM s;
