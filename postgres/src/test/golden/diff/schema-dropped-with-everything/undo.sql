CREATE SCHEMA app;
CREATE SEQUENCE app.t_id_seq AS integer;
CREATE TABLE app.t (
  id integer DEFAULT nextval('app.t_id_seq'::regclass) NOT NULL,
  n integer,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE app.t ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.f(app.t)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
CREATE VIEW app.v AS
SELECT app.f(t.*) AS x
   FROM app.t;
ALTER SEQUENCE app.t_id_seq OWNED BY app.t.id;
CREATE POLICY p ON app.t USING (app.f(t.*) = 1);
CREATE PUBLICATION p FOR TABLES IN SCHEMA app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO anon;
