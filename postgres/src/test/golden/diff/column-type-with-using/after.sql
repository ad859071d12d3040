CREATE TABLE t (id int, a int DEFAULT 1, b uuid, c boolean, d int, e date, f int[]);
