CREATE TABLE s (a integer, b integer, c text);
CREATE STATISTICS s_ab ON a, b FROM s;
ALTER STATISTICS s_ab SET STATISTICS 0;
