CREATE TABLE public.zzz (
  id integer NOT NULL,
  n integer,
  CONSTRAINT zzz_pkey PRIMARY KEY (id)
);
CREATE FUNCTION public.aaa()
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$SELECT sum(n) FROM public.zzz$function$;
CREATE FUNCTION public.bbb()
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$SELECT public.aaa() + 1$function$;
