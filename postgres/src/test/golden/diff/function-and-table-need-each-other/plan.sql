-- Some routines are made before what their bodies use, and checked at the end.
SET LOCAL check_function_bodies = off;
CREATE FUNCTION public.next_id()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT coalesce(max(id), 0) + 1 FROM t$function$;
CREATE TABLE public.t (
  id integer DEFAULT public.next_id()
);
SET LOCAL check_function_bodies = on;
CREATE OR REPLACE FUNCTION public.next_id()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT coalesce(max(id), 0) + 1 FROM t$function$;
