CREATE TABLE m (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE m1 (id int, at date, PRIMARY KEY (id, at));
