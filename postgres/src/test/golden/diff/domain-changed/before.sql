CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN age AS int DEFAULT 1;
CREATE TABLE t (e email, a age);
