CREATE TABLE t (a varchar(10), b text GENERATED ALWAYS AS (upper(a)) STORED, c int);
CREATE INDEX t_b ON t (b);
