DROP MATERIALIZED VIEW public.m;
DROP VIEW public.ww;
DROP VIEW public.w;
ALTER TABLE public.t ALTER COLUMN v TYPE character varying(10);
CREATE VIEW public.w AS
SELECT id,
    v
   FROM public.t;
COMMENT ON VIEW public.w IS 'the first';
GRANT SELECT ON TABLE public.w TO anon;
CREATE VIEW public.ww AS
SELECT v
   FROM public.w;
COMMENT ON COLUMN public.ww.v IS 'the value';
CREATE MATERIALIZED VIEW public.m AS
SELECT v,
    count(*) AS n
   FROM public.ww
  GROUP BY v;
CREATE UNIQUE INDEX m_v ON public.m USING btree (v);
