DROP TABLE public.a;
CREATE TABLE public.b (
  id integer NOT NULL,
  v text,
  CONSTRAINT b_pkey PRIMARY KEY (id)
);
