CREATE EXTENSION pg_trgm WITH SCHEMA public VERSION '1.6';
CREATE INDEX users_email_trgm ON public.users USING gin (email public.gin_trgm_ops);
