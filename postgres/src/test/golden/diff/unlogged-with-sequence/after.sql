CREATE UNLOGGED TABLE t (id serial, v int);
