CREATE PROCEDURE public.clean(INOUT done integer, IN more text DEFAULT 'x'::text)
 LANGUAGE plpgsql
AS $procedure$ BEGIN done := 1; END $procedure$;
COMMENT ON PROCEDURE public.clean(integer, text) IS 'cleans';
REVOKE EXECUTE ON PROCEDURE public.clean(integer, text) FROM PUBLIC;
