-- case: two statements
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE q (id int8 PRIMARY KEY);
CREATE TABLE t (a int8, b int8);
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p NOT VALID;
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES q NOT VALID; -- finds: several-foreign-keys-in-transaction
-- case: one statement
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE q (id int8 PRIMARY KEY);
-- migration
CREATE TABLE t (a int8 REFERENCES p, b int8 REFERENCES q); -- finds: several-foreign-keys-in-transaction
-- case: control, the same table twice
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (a int8, b int8);
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p NOT VALID;
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES p NOT VALID;
-- case: control, one each
-- transaction: none
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE q (id int8 PRIMARY KEY);
CREATE TABLE t (a int8, b int8);
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p NOT VALID;
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES q NOT VALID;
-- case: control, the tables are new
-- migration
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE q (id int8 PRIMARY KEY);
CREATE TABLE t (a int8 REFERENCES p, b int8 REFERENCES q);
