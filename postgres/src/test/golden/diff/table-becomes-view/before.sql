CREATE TABLE data (id int, v text);
CREATE TABLE x (id int);
