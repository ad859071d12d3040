CREATE TABLE data (id int, v text);
CREATE VIEW x AS SELECT id FROM data;
