CREATE TABLE t (id int, total int);
CREATE INDEX t_total ON t (total);
CREATE VIEW v AS SELECT total FROM t;
