DROP MATERIALIZED VIEW public.m;
DROP VIEW public.ww;
DROP VIEW public.w;
ALTER TABLE public.t ALTER COLUMN v TYPE text;
CREATE VIEW public.w AS
SELECT id,
    v
   FROM public.t;
CREATE VIEW public.ww AS
SELECT v
   FROM public.w;
CREATE MATERIALIZED VIEW public.m AS
SELECT v,
    count(*) AS n
   FROM public.ww
  GROUP BY v;
CREATE UNIQUE INDEX m_v ON public.m USING btree (v);
