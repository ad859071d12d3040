DROP FUNCTION public.f();
DROP TABLE public.b;
CREATE TABLE public.a (
  id integer NOT NULL,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);
CREATE FUNCTION public.f()
 RETURNS SETOF public.a
 LANGUAGE sql
AS $function$SELECT * FROM a$function$;
GRANT EXECUTE ON FUNCTION public.f() TO anon;
