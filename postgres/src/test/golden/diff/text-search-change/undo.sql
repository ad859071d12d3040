ALTER TEXT SEARCH DICTIONARY public.words (language = 'english', stopwords = 'english');
ALTER TEXT SEARCH CONFIGURATION public.find ALTER MAPPING FOR asciiword WITH public.words;
ALTER TEXT SEARCH CONFIGURATION public.find ADD MAPPING FOR host WITH pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION public.find ADD MAPPING FOR url WITH pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION public.find ALTER MAPPING FOR word WITH pg_catalog.simple;
