-- case: the others have it
-- setup
CREATE TABLE a (id int8 PRIMARY KEY);
ALTER TABLE a ENABLE ROW LEVEL SECURITY;
-- migration
CREATE TABLE t (id int8 PRIMARY KEY); -- finds: row-security-not-enabled
-- case: control, switched on later in the migration
-- setup
CREATE TABLE a (id int8 PRIMARY KEY);
ALTER TABLE a ENABLE ROW LEVEL SECURITY;
-- migration
CREATE TABLE t (id int8 PRIMARY KEY);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- case: control, nobody uses it, or only in another schema
-- setup
CREATE SCHEMA app;
CREATE TABLE app.a (id int8 PRIMARY KEY);
ALTER TABLE app.a ENABLE ROW LEVEL SECURITY;
-- migration
CREATE TABLE t (id int8 PRIMARY KEY);
