CREATE COLLATION public.plain (provider = libc, locale = 'C');
COMMENT ON COLLATION public.plain IS 'bytes';
