ALTER DOMAIN public.email DROP CONSTRAINT email_check;
ALTER DOMAIN public.age SET DEFAULT 2;
ALTER DOMAIN public.email SET NOT NULL;
ALTER DOMAIN public.email ADD CONSTRAINT longer CHECK ((length(VALUE) > 3));
