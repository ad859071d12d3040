CREATE TABLE public.t (
  z integer,
  y text,
  x date,
  w integer GENERATED ALWAYS AS ((z + 1)) STORED,
  v integer,
  k integer NOT NULL,
  a integer,
  CONSTRAINT t_pkey PRIMARY KEY (k)
);
ALTER TABLE public.t ADD CONSTRAINT t_v_fkey FOREIGN KEY (v) REFERENCES public.t(k);
