CREATE TABLE public.c (
  a integer
);
CREATE TABLE public.q (
  a integer,
  CONSTRAINT q_a UNIQUE (a)
);
ALTER TABLE public.p ADD CONSTRAINT p_a UNIQUE (a) DEFERRABLE;
ALTER TABLE public.c ADD CONSTRAINT c_a_fkey FOREIGN KEY (a) REFERENCES public.q(a);
