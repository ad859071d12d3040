DROP TABLE public.m;
CREATE TABLE public.m (
  id integer,
  at bigint
) PARTITION BY RANGE (at);
CREATE TABLE public.m1 (
  id integer,
  at bigint
);
ALTER TABLE public.m ATTACH PARTITION public.m1 FOR VALUES FROM ('1') TO ('10');
