CREATE TABLE t (a varchar(5), b numeric(4), c timestamptz, d bit varying(8), e text, f interval day to second);
