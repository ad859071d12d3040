-- case: a table in use
-- setup
CREATE TABLE t (a int, b tsrange);
-- migration
ALTER TABLE t ADD EXCLUDE USING gist (b WITH &&); -- finds: add-exclusion-builds-index
-- case: control, the table is new
-- migration
CREATE TABLE t (a int, b tsrange);
ALTER TABLE t ADD EXCLUDE USING gist (b WITH &&);
