DROP VIEW public.y;
DROP TABLE public.x;
CREATE VIEW public.x AS
SELECT id
   FROM public.base;
CREATE VIEW public.y AS
SELECT id
   FROM public.x;
