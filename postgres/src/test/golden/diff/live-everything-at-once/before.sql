CREATE TABLE p (id int PRIMARY KEY, code text);
CREATE TABLE c (id int, p_id int, state text, n int);
CREATE INDEX c_old ON c (n);
