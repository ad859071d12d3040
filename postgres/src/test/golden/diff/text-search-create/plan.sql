CREATE TEXT SEARCH DICTIONARY public.words (TEMPLATE = pg_catalog.snowball, language = 'english', stopwords = 'english');
COMMENT ON TEXT SEARCH DICTIONARY public.words IS 'w';
CREATE TEXT SEARCH CONFIGURATION public.find (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.find ADD MAPPING FOR asciiword WITH public.words, pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION public.find ADD MAPPING FOR word WITH public.words, pg_catalog.simple;
COMMENT ON TEXT SEARCH CONFIGURATION public.find IS 'f';
CREATE TABLE public.docs (
  id integer NOT NULL,
  body text,
  tsv tsvector GENERATED ALWAYS AS (to_tsvector('public.find'::regconfig, body)) STORED,
  CONSTRAINT docs_pkey PRIMARY KEY (id)
);
