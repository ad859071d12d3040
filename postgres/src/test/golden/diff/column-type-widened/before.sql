CREATE TABLE t (id int PRIMARY KEY, v varchar(10) DEFAULT 'x', n numeric(5,2));
CREATE TABLE r (id int PRIMARY KEY, t_id int REFERENCES t);
CREATE INDEX t_v ON t (v);
