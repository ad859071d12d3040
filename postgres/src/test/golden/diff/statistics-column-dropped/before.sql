CREATE TABLE s (a integer, b integer, c text);
CREATE STATISTICS s_ab ON a, b FROM s;
CREATE STATISTICS s_bc ON b, c FROM s;
