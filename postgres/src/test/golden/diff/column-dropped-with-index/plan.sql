DROP INDEX public.t_a;
DROP INDEX public.t_ab;
ALTER TABLE public.t DROP COLUMN a;
