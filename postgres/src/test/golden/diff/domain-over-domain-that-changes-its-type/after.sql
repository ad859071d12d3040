CREATE DOMAIN inner_one AS text;
CREATE DOMAIN outer_one AS inner_one;
CREATE TABLE p (v outer_one NOT NULL DEFAULT 'x');
CREATE TABLE c () INHERITS (p);
