-- stage 
ALTER TABLE public.t OWNER TO app_owner;
COMMENT ON TABLE public.t IS E'it''s
new \\ and odd';
COMMENT ON COLUMN public.t.a IS NULL;
ALTER TABLE public.t ADD CONSTRAINT pos CHECK ((a > 0)) NOT VALID;
COMMENT ON CONSTRAINT pos ON public.t IS 'more';
ALTER VIEW public.v OWNER TO app_owner;
-- stage validate
ALTER TABLE public.t VALIDATE CONSTRAINT pos;
-- undo validate
ALTER TABLE public.t DROP CONSTRAINT pos;
ALTER TABLE public.t ADD CONSTRAINT pos CHECK ((a > 0)) NOT VALID;
COMMENT ON CONSTRAINT pos ON public.t IS 'more';
-- undo 
ALTER TABLE public.t DROP CONSTRAINT pos;
ALTER TABLE public.t OWNER TO CURRENT_USER;
COMMENT ON TABLE public.t IS 'old';
COMMENT ON COLUMN public.t.a IS 'gone';
ALTER VIEW public.v OWNER TO CURRENT_USER;
