-- Some routines are made before what their bodies use, and checked at the end.
SET LOCAL check_function_bodies = off;
CREATE FUNCTION public.next_no()
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN (SELECT count(*) + 1 FROM items); END $function$;
CREATE TABLE public.items (
  id bigint DEFAULT public.next_no() NOT NULL,
  name text,
  CONSTRAINT items_pkey PRIMARY KEY (id)
);
CREATE FUNCTION public.first_item()
 RETURNS public.items
 LANGUAGE sql
AS $function$SELECT * FROM items LIMIT 1$function$;
CREATE VIEW public.firsts AS
SELECT (public.first_item()).name AS name;
SET LOCAL check_function_bodies = on;
CREATE OR REPLACE FUNCTION public.next_no()
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN (SELECT count(*) + 1 FROM items); END $function$;
