CREATE COLLATION public.german (provider = icu, locale = 'de-DE');
CREATE TABLE public.words (
  word text COLLATE public.german
);
