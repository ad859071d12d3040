CREATE TABLE t (z int, y text, x date, w int GENERATED ALWAYS AS (z + 1) STORED, v int REFERENCES t (k), k int PRIMARY KEY, a int);
