-- stage 
CREATE TABLE public.c (
  a integer
);
CREATE TABLE public.q (
  a integer,
  CONSTRAINT q_a UNIQUE (a)
);
ALTER TABLE public.c ADD CONSTRAINT c_a_fkey FOREIGN KEY (a) REFERENCES public.q(a);
-- stage indexes
CREATE UNIQUE INDEX CONCURRENTLY p_a ON public.p USING btree (a);
-- stage validate
ALTER TABLE public.p ADD CONSTRAINT p_a UNIQUE USING INDEX p_a DEFERRABLE INITIALLY IMMEDIATE;
-- undo validate
ALTER TABLE public.p DROP CONSTRAINT p_a;
CREATE UNIQUE INDEX p_a ON public.p USING btree (a);
-- undo indexes
DROP INDEX CONCURRENTLY public.p_a;
-- undo 
DROP TABLE public.c;
DROP TABLE public.q;
