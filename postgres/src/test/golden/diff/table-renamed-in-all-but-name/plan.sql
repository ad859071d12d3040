DROP FUNCTION public.f();
DROP TABLE public.a;
CREATE TABLE public.b (
  id integer NOT NULL,
  CONSTRAINT b_pkey PRIMARY KEY (id)
);
CREATE FUNCTION public.f()
 RETURNS SETOF public.b
 LANGUAGE sql
AS $function$SELECT * FROM b$function$;
GRANT EXECUTE ON FUNCTION public.f() TO anon;
