DROP VIEW public.y;
DROP VIEW public.x;
CREATE TABLE public.x (
  id integer
);
CREATE VIEW public.y AS
SELECT id
   FROM public.x;
