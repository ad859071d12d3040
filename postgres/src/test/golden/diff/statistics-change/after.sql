CREATE TABLE s (a integer, b integer, c text);
CREATE STATISTICS s_ab (mcv) ON a, b, c FROM s;
COMMENT ON STATISTICS s_ab IS 'c';
