CREATE TABLE t (a text) WITH (toast.autovacuum_enabled = on, parallel_workers = 2);
