CREATE TABLE t (id int, total int GENERATED ALWAYS AS (id * 2) STORED);
CREATE INDEX t_total ON t (total);
CREATE VIEW v AS SELECT total FROM t;
