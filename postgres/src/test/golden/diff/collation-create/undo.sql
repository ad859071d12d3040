DROP TABLE public.words;
DROP COLLATION public.german;
