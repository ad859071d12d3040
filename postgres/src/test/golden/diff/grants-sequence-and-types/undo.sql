DROP SEQUENCE public.ids;
DROP DOMAIN public.word;
DROP TYPE public.mood;
DROP TYPE public.pair;
DROP TYPE public.span;
