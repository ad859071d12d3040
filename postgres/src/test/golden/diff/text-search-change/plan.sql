ALTER TEXT SEARCH DICTIONARY public.words (language = 'german', stopwords);
ALTER TEXT SEARCH CONFIGURATION public.find DROP MAPPING FOR host;
ALTER TEXT SEARCH CONFIGURATION public.find DROP MAPPING FOR url;
ALTER TEXT SEARCH CONFIGURATION public.find ALTER MAPPING FOR asciiword WITH pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION public.find ALTER MAPPING FOR word WITH public.words, pg_catalog.simple;
