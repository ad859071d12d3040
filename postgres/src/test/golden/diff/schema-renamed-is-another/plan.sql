DROP TABLE one.t;
DROP TYPE one.e;
DROP SCHEMA one;
CREATE SCHEMA two;
CREATE TYPE two.e AS ENUM ('x');
CREATE SEQUENCE two.t_id_seq AS integer;
CREATE TABLE two.t (
  id integer DEFAULT nextval('two.t_id_seq'::regclass) NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER SEQUENCE two.t_id_seq OWNED BY two.t.id;
