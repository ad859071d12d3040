CREATE TABLE m (id int, at int) PARTITION BY RANGE (at);
CREATE TABLE m1 (id int, at int);
CREATE INDEX m1_id ON m1 (id);
