DROP FUNCTION public.f();
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(5);
CREATE FUNCTION public.f()
 RETURNS SETOF text
 LANGUAGE sql
BEGIN ATOMIC
 SELECT t.b
    FROM public.t;
END;
