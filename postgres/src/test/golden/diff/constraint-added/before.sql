CREATE TABLE p (id int, v int);
CREATE TABLE c (id int, p_id int);
