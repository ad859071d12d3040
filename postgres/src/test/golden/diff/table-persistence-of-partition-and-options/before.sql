CREATE TABLE t (a text) WITH (toast.autovacuum_enabled = off);
