DROP VIEW public.x;
CREATE TABLE public.x (
  id integer
);
