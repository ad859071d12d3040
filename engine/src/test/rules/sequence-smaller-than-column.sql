-- case: the sequence is forgotten
-- setup
CREATE TABLE t (id serial PRIMARY KEY);
-- migration
ALTER TABLE t ALTER COLUMN id TYPE bigint; -- finds: sequence-smaller-than-column
-- case: control, the sequence follows
-- setup
CREATE TABLE t (id serial PRIMARY KEY);
-- migration
ALTER TABLE t ALTER COLUMN id TYPE bigint;
ALTER SEQUENCE t_id_seq AS bigint;
-- case: control, an identity
-- setup
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);
-- migration
ALTER TABLE t ALTER COLUMN id TYPE bigint;
-- case: control, big already
-- setup
CREATE TABLE t (id bigserial PRIMARY KEY);
-- migration
ALTER TABLE t ALTER COLUMN id TYPE bigint;
