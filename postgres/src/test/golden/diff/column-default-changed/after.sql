CREATE TABLE t (a int DEFAULT 2, b int DEFAULT 3, c int DEFAULT 4, d text);
