CREATE TYPE state AS ENUM ('a', 'b');
CREATE TABLE t (id int);
