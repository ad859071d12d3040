ALTER DOMAIN public.email DROP CONSTRAINT longer;
ALTER DOMAIN public.age SET DEFAULT 1;
ALTER DOMAIN public.email DROP NOT NULL;
ALTER DOMAIN public.email ADD CONSTRAINT email_check CHECK ((VALUE ~~ '%@%'::text));
