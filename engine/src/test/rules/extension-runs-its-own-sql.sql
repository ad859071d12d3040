-- case: made
-- untraced: an extension brings its own SQL
-- migration
CREATE EXTENSION IF NOT EXISTS pg_trgm; -- finds: extension-runs-its-own-sql
-- case: a newer version
-- untraced: an extension brings its own SQL
-- migration
ALTER EXTENSION pg_trgm UPDATE; -- finds: extension-runs-its-own-sql
-- case: control, dropped
-- untraced: the extension is not there
-- migration
DROP EXTENSION pg_trgm;
