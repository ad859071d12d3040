-- stage 
CREATE EXTENSION pg_trgm WITH SCHEMA public VERSION '1.6';
-- stage indexes
CREATE INDEX CONCURRENTLY users_email_trgm ON public.users USING gin (email public.gin_trgm_ops);
-- undo indexes
DROP INDEX CONCURRENTLY public.users_email_trgm;
-- undo 
DROP EXTENSION pg_trgm;
