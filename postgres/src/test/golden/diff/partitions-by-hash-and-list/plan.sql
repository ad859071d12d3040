CREATE TABLE public.h (
  id integer
) PARTITION BY HASH (id);
CREATE TABLE public.h0 PARTITION OF public.h FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE public.h1 PARTITION OF public.h FOR VALUES WITH (modulus 2, remainder 1);
CREATE TABLE public.l (
  id integer,
  k text
) PARTITION BY LIST (k);
CREATE TABLE public.la PARTITION OF public.l FOR VALUES IN ('a', NULL) PARTITION BY RANGE (id);
CREATE TABLE public.la1 PARTITION OF public.la FOR VALUES FROM (MINVALUE) TO (10);
CREATE TABLE public.lrest PARTITION OF public.l DEFAULT;
