DROP VIEW public.v;
DROP TABLE public.m;
CREATE TABLE public.m (
  id integer,
  at integer
) PARTITION BY RANGE (at);
CREATE TABLE public.m1 (
  id integer,
  at integer
);
CREATE VIEW public.v AS
SELECT id
   FROM public.m;
ALTER TABLE public.m ATTACH PARTITION public.m1 FOR VALUES FROM (1) TO (10);
