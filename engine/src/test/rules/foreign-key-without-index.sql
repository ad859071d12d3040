-- case: no index at all
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (id int8 PRIMARY KEY, a int8);
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p NOT VALID; -- finds: foreign-key-without-index
-- case: indexes that do not help
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
CREATE TABLE t (id int8 PRIMARY KEY, a int8, b int8);
CREATE INDEX ON t (b, a);
CREATE INDEX ON t (a) WHERE b > 0;
-- migration
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p NOT VALID; -- finds: foreign-key-without-index
-- case: a new table
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
-- migration
CREATE TABLE t (id int8 PRIMARY KEY, a int8 REFERENCES p); -- finds: foreign-key-without-index
-- case: control, indexes that help
-- setup
CREATE TABLE p (id int8, x int8, PRIMARY KEY (id, x));
CREATE TABLE q (id int8 PRIMARY KEY);
CREATE TABLE t (id int8 PRIMARY KEY, a int8, b int8, c int8);
CREATE INDEX ON t (b, a, c);
-- migration
ALTER TABLE t ADD FOREIGN KEY (a, b) REFERENCES p NOT VALID;
ALTER TABLE t ADD FOREIGN KEY (id) REFERENCES q NOT VALID;
-- case: control, the index comes later in the same migration
-- setup
CREATE TABLE p (id int8 PRIMARY KEY);
-- migration
CREATE TABLE t (id int8 PRIMARY KEY, a int8 REFERENCES p);
CREATE INDEX ON t (a);
