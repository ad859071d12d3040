ALTER PUBLICATION a_few SET TABLE public.users;
DROP TABLE public.notes;
