CREATE TABLE p (a int NOT NULL, b int);
CREATE TABLE c (a int);
