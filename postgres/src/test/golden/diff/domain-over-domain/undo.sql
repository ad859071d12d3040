ALTER DOMAIN public.base DROP CONSTRAINT base_check;
ALTER DOMAIN public.top DROP DEFAULT;
ALTER DOMAIN public.base ADD CONSTRAINT base_check CHECK ((VALUE <> ''::text));
