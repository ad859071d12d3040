DROP INDEX public.users_email_trgm;
DROP EXTENSION pg_trgm;
