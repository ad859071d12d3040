DROP DOMAIN public.word;
