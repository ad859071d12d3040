CREATE TABLE public.t (
  a integer NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (a)
);
ALTER TABLE public.keep ADD CONSTRAINT keep_a_fkey FOREIGN KEY (a) REFERENCES public.t(a);
CREATE OR REPLACE VIEW public.v AS
SELECT a
   FROM public.t;
