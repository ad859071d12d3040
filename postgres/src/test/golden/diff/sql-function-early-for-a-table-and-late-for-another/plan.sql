CREATE TABLE public.a (
  id integer
);
CREATE FUNCTION public.count_a()
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$SELECT count(*) FROM a$function$;
CREATE TABLE public.b (
  id integer,
  n bigint DEFAULT public.count_a()
);
CREATE VIEW public.c AS
SELECT public.count_a() AS n
   FROM public.b;
CREATE FUNCTION public.from_c()
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$SELECT n FROM c LIMIT 1$function$;
