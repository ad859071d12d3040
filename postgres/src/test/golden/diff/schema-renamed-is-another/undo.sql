DROP TABLE two.t;
DROP TYPE two.e;
DROP SCHEMA two;
CREATE SCHEMA one;
CREATE TYPE one.e AS ENUM ('x');
CREATE SEQUENCE one.t_id_seq AS integer;
CREATE TABLE one.t (
  id integer DEFAULT nextval('one.t_id_seq'::regclass) NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER SEQUENCE one.t_id_seq OWNED BY one.t.id;
