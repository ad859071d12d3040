CREATE TABLE t (a int, b int, CONSTRAINT t_pk PRIMARY KEY (a), CONSTRAINT t_b UNIQUE (b) WITH (fillfactor = 60));
