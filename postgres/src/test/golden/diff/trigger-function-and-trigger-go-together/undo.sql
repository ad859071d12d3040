DROP TRIGGER "Odd trigger" ON public.users;
DROP FUNCTION public.touch();
