DROP FUNCTION public.label(public.users);
