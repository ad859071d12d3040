CREATE SCHEMA app;
ALTER SCHEMA app OWNER TO app_owner;
CREATE COLLATION app.c (provider = icu, locale = 'de');
ALTER COLLATION app.c OWNER TO app_owner;
CREATE TYPE app.k AS (a integer);
ALTER TYPE app.k OWNER TO app_owner;
CREATE TYPE app.r AS RANGE (subtype = date, multirange_type_name = app.r_multirange);
ALTER TYPE app.r OWNER TO app_owner;
CREATE TEXT SEARCH DICTIONARY app.f (TEMPLATE = pg_catalog.simple);
ALTER TEXT SEARCH DICTIONARY app.f OWNER TO app_owner;
CREATE TEXT SEARCH CONFIGURATION app.f (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION app.f OWNER TO app_owner;
CREATE SEQUENCE app.t_id_seq AS integer;
ALTER SEQUENCE app.t_id_seq OWNER TO app_owner;
CREATE TABLE app.t (
  id integer DEFAULT nextval('app.t_id_seq'::regclass) NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE app.t OWNER TO app_owner;
GRANT SELECT ON TABLE app.t TO anon;
CREATE STATISTICS app.s ON (id + 1) FROM app.t;
ALTER STATISTICS app.s OWNER TO app_owner;
CREATE MATERIALIZED VIEW app.m AS
SELECT 1 AS x;
ALTER MATERIALIZED VIEW app.m OWNER TO app_owner;
CREATE PROCEDURE app.p()
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;
ALTER PROCEDURE app.p() OWNER TO app_owner;
ALTER SEQUENCE app.t_id_seq OWNED BY app.t.id;
CREATE AGGREGATE app.product(numeric) (SFUNC = numeric_mul, STYPE = numeric);
ALTER AGGREGATE app.product(numeric) OWNER TO app_owner;
CREATE PUBLICATION p;
ALTER PUBLICATION p OWNER TO app_owner;
