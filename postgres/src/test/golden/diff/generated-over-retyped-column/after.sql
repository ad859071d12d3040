CREATE TABLE t (a text, b text GENERATED ALWAYS AS (upper(a)) STORED, c int);
CREATE INDEX t_b ON t (b);
