CREATE TABLE s (b integer, c varchar(5));
CREATE STATISTICS s_bc ON b, c FROM s;
