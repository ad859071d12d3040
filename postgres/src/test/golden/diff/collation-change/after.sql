CREATE COLLATION folded (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
COMMENT ON COLLATION folded IS 'case does not count';
