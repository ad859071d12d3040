-- Some routines are made before what their bodies use, and checked at the end.
SET LOCAL check_function_bodies = off;
CREATE TYPE a.e AS ENUM ('a');
CREATE TYPE b.e AS ENUM ('b');
CREATE TABLE a.t (
  id integer NOT NULL,
  x text,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
CREATE TABLE b.t (
  id integer NOT NULL,
  x text,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);
CREATE INDEX t_x ON a.t USING btree (x);
CREATE INDEX t_x ON b.t USING btree (x);
CREATE FUNCTION a.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT count(*) FROM a.t$function$;
CREATE VIEW a.v AS
SELECT a.f() AS n
   FROM a.t;
CREATE FUNCTION a.g()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN new; END $function$;
CREATE FUNCTION b.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT count(*) FROM b.t$function$;
CREATE VIEW b.v AS
SELECT b.f() AS n
   FROM a.t;
CREATE FUNCTION b.g()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN new; END $function$;
CREATE TRIGGER g BEFORE INSERT ON a.t FOR EACH ROW EXECUTE FUNCTION a.g();
CREATE TRIGGER g BEFORE INSERT ON b.t FOR EACH ROW EXECUTE FUNCTION b.g();
SET LOCAL check_function_bodies = on;
CREATE OR REPLACE FUNCTION a.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT count(*) FROM a.t$function$;
