-- stage 
ALTER DOMAIN public.d ADD CONSTRAINT pos CHECK ((VALUE > 0)) NOT VALID;
-- stage validate
ALTER DOMAIN public.d VALIDATE CONSTRAINT pos;
-- undo validate
ALTER DOMAIN public.d DROP CONSTRAINT pos;
ALTER DOMAIN public.d ADD CONSTRAINT pos CHECK ((VALUE > 0)) NOT VALID;
-- undo 
ALTER DOMAIN public.d DROP CONSTRAINT pos;
