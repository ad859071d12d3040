DROP VIEW public.v;
DROP TABLE public.notes;
DROP TABLE public.users;
