CREATE TABLE public.a (
  id integer NOT NULL,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);
ALTER TABLE public.a ENABLE ROW LEVEL SECURITY;
CREATE TABLE public.b (
  id integer NOT NULL,
  CONSTRAINT b_pkey PRIMARY KEY (id)
);
ALTER TABLE public.b ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.b FORCE ROW LEVEL SECURITY;
CREATE POLICY p ON public.a USING (id IN ( SELECT b.id
   FROM public.b));
CREATE POLICY p ON public.b USING (id IN ( SELECT a.id
   FROM public.a));
