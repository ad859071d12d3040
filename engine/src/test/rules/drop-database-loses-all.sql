-- case: any
-- untraced: the database is not there
-- migration
DROP DATABASE shop; -- finds: drop-database-loses-all
-- case: control, a table is less
-- setup
CREATE TABLE shop (id int8);
-- migration
DROP TABLE shop;
