CREATE TABLE t (id serial, v int);
