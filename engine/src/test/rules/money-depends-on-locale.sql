-- case: in a new table
-- migration
CREATE TABLE t (a money); -- finds: money-depends-on-locale
-- case: control
-- migration
CREATE TABLE t (money numeric(19, 4));
