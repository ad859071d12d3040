-- stage 
ALTER DOMAIN public.base DROP CONSTRAINT base_check;
ALTER DOMAIN public.top SET DEFAULT 'xx'::text;
ALTER DOMAIN public.base ADD CONSTRAINT base_check CHECK ((length(VALUE) > 1)) NOT VALID;
-- stage validate
ALTER DOMAIN public.base VALIDATE CONSTRAINT base_check;
-- undo validate
ALTER DOMAIN public.base DROP CONSTRAINT base_check;
ALTER DOMAIN public.base ADD CONSTRAINT base_check CHECK ((length(VALUE) > 1)) NOT VALID;
-- undo 
ALTER DOMAIN public.base DROP CONSTRAINT base_check;
ALTER DOMAIN public.top DROP DEFAULT;
ALTER DOMAIN public.base ADD CONSTRAINT base_check CHECK ((VALUE <> ''::text));
