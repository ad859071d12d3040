-- since 15
CREATE TABLE t (id bigint PRIMARY KEY, v text, w int);
CREATE PUBLICATION pub FOR TABLE t (id, v) WHERE (id > 1);
