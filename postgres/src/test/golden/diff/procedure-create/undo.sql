DROP PROCEDURE public.clean(integer, text);
