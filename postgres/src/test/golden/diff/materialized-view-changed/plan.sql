DROP VIEW public.v;
DROP MATERIALIZED VIEW public.m;
CREATE MATERIALIZED VIEW public.m AS
SELECT a,
    b
   FROM public.t;
COMMENT ON MATERIALIZED VIEW public.m IS 'kept';
GRANT SELECT ON TABLE public.m TO reader;
CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
CREATE VIEW public.v AS
SELECT a
   FROM public.m;
