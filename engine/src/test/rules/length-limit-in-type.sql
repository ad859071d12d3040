-- case: in a new table and as a new column
-- setup
CREATE TABLE t (id int8 PRIMARY KEY);
-- migration
CREATE TABLE n (a varchar(20)); -- finds: length-limit-in-type
ALTER TABLE t ADD COLUMN a character varying(20); -- finds: length-limit-in-type
-- case: control
-- migration
CREATE TABLE t (a varchar, b text, c varbit(3));
