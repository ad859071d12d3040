DROP SEQUENCE public.gone;
CREATE SEQUENCE public.down INCREMENT BY -1;
ALTER SEQUENCE public.o OWNED BY NONE;
SELECT pg_catalog.setval('public.s', GREATEST(last_value, 5), is_called AND last_value >= 5) FROM public.s;
ALTER SEQUENCE public.s AS integer INCREMENT BY 5 MINVALUE 5 MAXVALUE 500 START WITH 10 CACHE 3 CYCLE;
