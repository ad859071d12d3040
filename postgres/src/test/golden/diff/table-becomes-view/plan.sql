DROP TABLE public.x;
CREATE VIEW public.x AS
SELECT id
   FROM public.data;
