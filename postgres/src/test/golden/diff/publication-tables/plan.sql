ALTER PUBLICATION a_few SET TABLE public.notes WHERE ((id > 1)), public.users (email, id);
