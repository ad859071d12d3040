DROP TRIGGER sums ON public.users;
