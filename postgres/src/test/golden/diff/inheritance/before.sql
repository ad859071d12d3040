CREATE TABLE p (a int, b text DEFAULT 'p');
CREATE TABLE c (x int) INHERITS (p);
