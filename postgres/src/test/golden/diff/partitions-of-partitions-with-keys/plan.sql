CREATE TABLE public.l (
  id integer NOT NULL,
  k text NOT NULL,
  v integer,
  CONSTRAINT l_pkey PRIMARY KEY (id, k),
  CONSTRAINT v_ok CHECK ((v > 0))
) PARTITION BY LIST (k);
CREATE TABLE public.la PARTITION OF public.l FOR VALUES IN ('a') PARTITION BY RANGE (id);
CREATE TABLE public.la1 PARTITION OF public.la FOR VALUES FROM (1) TO (10);
CREATE TABLE public.r (
  id integer,
  k text
);
CREATE UNIQUE INDEX l_u ON public.l USING btree (k, id, v);
ALTER TABLE public.r ADD CONSTRAINT r_id_k_fkey FOREIGN KEY (id, k) REFERENCES public.l(id, k);
