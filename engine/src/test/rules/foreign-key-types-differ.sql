-- case: int to bigint, and numeric
-- setup
CREATE TABLE p (id bigint PRIMARY KEY, n numeric UNIQUE);
-- migration
CREATE TABLE t (id int8 PRIMARY KEY, a int REFERENCES p, b int8 REFERENCES p (n)); -- finds: foreign-key-types-differ, foreign-key-types-differ
-- case: control, the same
-- setup
CREATE TABLE p (id bigserial PRIMARY KEY, name text UNIQUE);
-- migration
CREATE TABLE t (id int8 PRIMARY KEY, a int8 REFERENCES p, b varchar(10) REFERENCES p (name));
