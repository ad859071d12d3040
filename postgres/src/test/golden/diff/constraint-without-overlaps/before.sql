CREATE TABLE t (id int4range, during daterange NOT NULL);
