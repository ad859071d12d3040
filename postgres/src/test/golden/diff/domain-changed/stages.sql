-- stage 
ALTER DOMAIN public.email DROP CONSTRAINT email_check;
ALTER DOMAIN public.age SET DEFAULT 2;
ALTER DOMAIN public.email SET NOT NULL;
ALTER DOMAIN public.email ADD CONSTRAINT longer CHECK ((length(VALUE) > 3)) NOT VALID;
-- stage validate
ALTER DOMAIN public.email VALIDATE CONSTRAINT longer;
-- undo validate
ALTER DOMAIN public.email DROP CONSTRAINT longer;
ALTER DOMAIN public.email ADD CONSTRAINT longer CHECK ((length(VALUE) > 3)) NOT VALID;
-- undo 
ALTER DOMAIN public.email DROP CONSTRAINT longer;
ALTER DOMAIN public.age SET DEFAULT 1;
ALTER DOMAIN public.email DROP NOT NULL;
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE ~~ '%@%'::text));
