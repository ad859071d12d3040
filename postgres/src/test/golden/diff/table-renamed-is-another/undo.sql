DROP TABLE public.b;
CREATE TABLE public.a (
  id integer NOT NULL,
  v text,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);
