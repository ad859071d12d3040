DROP EVENT TRIGGER guard;
DROP FUNCTION public.no_ddl();
DROP TABLE public.a_new_one;
