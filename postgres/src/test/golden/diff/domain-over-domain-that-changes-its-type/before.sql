CREATE DOMAIN inner_one AS varchar(5);
CREATE DOMAIN outer_one AS inner_one;
CREATE TABLE p (v outer_one NOT NULL DEFAULT 'x');
CREATE TABLE c () INHERITS (p);
