CREATE TABLE t (a int, b int CHECK (b <> 0));
CREATE INDEX t_a ON t (a);
