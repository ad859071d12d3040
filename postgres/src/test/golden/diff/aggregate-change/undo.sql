DROP VIEW public.v;
DROP AGGREGATE public.product(numeric);
CREATE AGGREGATE public.product(numeric) (SFUNC = numeric_mul, STYPE = numeric, INITCOND = '1');
CREATE VIEW public.v AS
SELECT public.product(n) AS p
   FROM public.t;
GRANT SELECT ON TABLE public.v TO anon;
