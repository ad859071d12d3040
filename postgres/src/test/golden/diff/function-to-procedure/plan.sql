DROP FUNCTION public.work(integer);
CREATE PROCEDURE public.work(IN a integer)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;
