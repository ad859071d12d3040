CREATE TABLE t (id int PRIMARY KEY, v varchar(5), w int);
CREATE PUBLICATION pub FOR TABLE t (id, v) WHERE (id > 1);
