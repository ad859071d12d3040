CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE m (id int, at int, p_id int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE m1 PARTITION OF m FOR VALUES FROM (1) TO (10);
CREATE TABLE r (m_id int, m_at int);
