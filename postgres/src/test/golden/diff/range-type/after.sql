CREATE TYPE r AS RANGE (subtype = numeric);
CREATE TABLE t (v r);
