CREATE TABLE base (id int);
CREATE TABLE x (id int);
CREATE VIEW y AS SELECT id FROM x;
