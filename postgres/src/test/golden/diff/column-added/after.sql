CREATE TABLE t (id int, a text, b int NOT NULL DEFAULT 7, c numeric(10,2), d text COLLATE "C");
