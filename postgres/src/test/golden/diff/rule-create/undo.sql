DROP RULE logged ON public.users;
