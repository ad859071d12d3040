CREATE EXTENSION "uuid-ossp" WITH SCHEMA public VERSION '1.1';
ALTER TABLE public.tokens ADD COLUMN token uuid DEFAULT public.uuid_generate_v4() NOT NULL;
