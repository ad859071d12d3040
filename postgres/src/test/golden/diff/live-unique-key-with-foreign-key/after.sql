CREATE TABLE p (a int NOT NULL, b int, CONSTRAINT p_a UNIQUE (a) INCLUDE (b) WITH (fillfactor = 80));
CREATE TABLE c (a int CONSTRAINT c_fk REFERENCES p (a));
