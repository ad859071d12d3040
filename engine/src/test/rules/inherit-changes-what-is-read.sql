-- case: begins
-- setup
CREATE TABLE parents (a int8);
CREATE TABLE children (a int8);
-- migration
ALTER TABLE children INHERIT parents; -- finds: inherit-changes-what-is-read
-- case: ends
-- setup
CREATE TABLE parents (a int8);
CREATE TABLE children () INHERITS (parents);
-- migration
ALTER TABLE children NO INHERIT parents; -- finds: inherit-changes-what-is-read
-- case: control, the parent is new
-- setup
CREATE TABLE children (a int8);
-- migration
CREATE TABLE parents (a int8);
ALTER TABLE children INHERIT parents;
