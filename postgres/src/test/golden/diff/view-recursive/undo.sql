DROP VIEW public.tree;
DROP TABLE public.t;
