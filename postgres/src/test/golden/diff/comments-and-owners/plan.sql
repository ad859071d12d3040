ALTER TABLE public.t OWNER TO app_owner;
COMMENT ON TABLE public.t IS E'it''s
new \\ and odd';
COMMENT ON COLUMN public.t.a IS NULL;
ALTER TABLE public.t ADD CONSTRAINT pos CHECK ((a > 0));
COMMENT ON CONSTRAINT pos ON public.t IS 'more';
ALTER VIEW public.v OWNER TO app_owner;
