CREATE TABLE public.t OF public.kind (
  CONSTRAINT t_pkey PRIMARY KEY (a)
);
