REVOKE EXECUTE ON FUNCTION public.add_one(integer) FROM anon, authenticated;
GRANT EXECUTE ON FUNCTION public.add_one(integer) TO PUBLIC;
