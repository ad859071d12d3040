CREATE TABLE t (a varchar(20), b numeric(10,2), c timestamptz(3), d bit(4), e char(5), f interval);
