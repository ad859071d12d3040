CREATE TABLE base (id int);
CREATE VIEW x AS SELECT id FROM base;
