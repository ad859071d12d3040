-- case: of a table and of a column
-- migration
CREATE TABLE t (a int, b int, UNIQUE (a) DEFERRABLE INITIALLY DEFERRED); -- finds: deferrable-key-refuses-on-conflict
ALTER TABLE t ADD UNIQUE (b) DEFERRABLE; -- finds: deferrable-key-refuses-on-conflict
-- case: control, not deferrable, and a foreign key that is
-- migration
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int UNIQUE NOT DEFERRABLE, b int8 REFERENCES p DEFERRABLE);
