ALTER TABLE public.c DROP CONSTRAINT c_fk;
ALTER TABLE public.c ALTER COLUMN p_id TYPE uuid USING p_id::uuid;
ALTER TABLE public.p ALTER COLUMN id TYPE uuid USING id::uuid;
ALTER TABLE public.c ADD CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES public.p(id);
