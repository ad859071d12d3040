CREATE TABLE t (a int, b int NOT NULL DEFAULT 1, c int CONSTRAINT c_ok CHECK (c > 0));
CREATE INDEX t_i ON t (a, b);
