CREATE TABLE t (a int[], b text, c int DEFAULT 3);
