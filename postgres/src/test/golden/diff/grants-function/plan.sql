REVOKE EXECUTE ON FUNCTION public.add_one(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.add_one(integer) TO anon, authenticated;
