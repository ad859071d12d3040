CREATE TYPE state AS ENUM ('a', 'b');
CREATE TABLE t (s state DEFAULT 'a');
