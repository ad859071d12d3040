DROP TRIGGER touched ON public.users;
