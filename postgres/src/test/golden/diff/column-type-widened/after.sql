CREATE TABLE t (id bigint PRIMARY KEY, v text DEFAULT 'x', n numeric(10,3));
CREATE TABLE r (id int PRIMARY KEY, t_id bigint REFERENCES t);
CREATE INDEX t_v ON t (v);
