CREATE DOMAIN email AS text NOT NULL CONSTRAINT longer CHECK (length(VALUE) > 3);
CREATE DOMAIN age AS int DEFAULT 2;
CREATE TABLE t (e email, a age);
