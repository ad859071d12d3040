ALTER DOMAIN public.base DROP CONSTRAINT base_check;
ALTER DOMAIN public.top SET DEFAULT 'xx'::text;
ALTER DOMAIN public.base ADD CONSTRAINT base_check CHECK ((length(VALUE) > 1));
