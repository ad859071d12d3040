CREATE TEXT SEARCH PARSER public.mine (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
COMMENT ON TEXT SEARCH PARSER public.mine IS 'p';
CREATE TEXT SEARCH TEMPLATE public.plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY public.plain (TEMPLATE = public.plain);
CREATE TEXT SEARCH CONFIGURATION public.mine (PARSER = public.mine);
ALTER TEXT SEARCH CONFIGURATION public.mine ADD MAPPING FOR word WITH public.plain;
