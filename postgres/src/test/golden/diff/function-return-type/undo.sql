DROP FUNCTION public.add_one(integer);
CREATE FUNCTION public.add_one(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT n + 1$function$;
COMMENT ON FUNCTION public.add_one(integer) IS 'adds';
GRANT EXECUTE ON FUNCTION public.add_one(integer) TO anon;
