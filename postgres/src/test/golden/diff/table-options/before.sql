CREATE TABLE t (id int NOT NULL, v text) WITH (fillfactor = 70, autovacuum_enabled = off);
CREATE UNIQUE INDEX t_i ON t (id);
