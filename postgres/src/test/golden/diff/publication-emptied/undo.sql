ALTER PUBLICATION a_few SET TABLE public.users;
