CREATE TYPE state AS ENUM ('a', 'b', 'c');
CREATE TABLE t (s state DEFAULT 'c', CHECK (s <> 'b'));
