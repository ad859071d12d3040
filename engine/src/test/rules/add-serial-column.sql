-- case: every kind of serial
-- setup
CREATE TABLE t (id uuid PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a serial; -- finds: add-serial-column
ALTER TABLE t ADD COLUMN b bigserial; -- finds: add-serial-column
ALTER TABLE t ADD COLUMN c smallserial; -- finds: add-serial-column
-- case: control, the table is new
-- migration
CREATE TABLE t (id serial PRIMARY KEY);
ALTER TABLE t ADD COLUMN a serial;
-- case: control, numbered by other means
-- setup
CREATE TABLE t (id uuid PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a int8;
CREATE SEQUENCE t_a_seq OWNED BY t.a;
ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('t_a_seq');
