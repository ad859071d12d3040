DROP TABLE public.people;
DROP EXTENSION citext;
