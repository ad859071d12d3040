DROP INDEX public.t_a;
DROP INDEX public.t_c;
DROP INDEX public.t_lower;
