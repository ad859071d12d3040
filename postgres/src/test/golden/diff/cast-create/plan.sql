CREATE CAST (public.pair AS text) WITH FUNCTION public.pair_text(public.pair) AS ASSIGNMENT;
COMMENT ON CAST (public.pair AS text) IS 'with a hyphen';
