DROP COLLATION public.folded;
CREATE COLLATION public.folded (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
COMMENT ON COLLATION public.folded IS 'case does not count';
