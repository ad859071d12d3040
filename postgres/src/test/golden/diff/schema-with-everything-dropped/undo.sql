CREATE SCHEMA s;
CREATE TYPE s.e AS ENUM ('a');
CREATE SEQUENCE s.t_id_seq AS integer;
CREATE TABLE s.t (
  id integer DEFAULT nextval('s.t_id_seq'::regclass) NOT NULL,
  e s.e,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
CREATE TABLE s.u (
  t_id integer
);
ALTER TABLE s.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES s.t(id);
CREATE VIEW s.v AS
SELECT id,
    e
   FROM s.t;
CREATE FUNCTION s.f(s.t)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
ALTER SEQUENCE s.t_id_seq OWNED BY s.t.id;
