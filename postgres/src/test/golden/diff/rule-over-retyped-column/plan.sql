DROP RULE r ON public.t;
ALTER TABLE public.t ALTER COLUMN v TYPE text;
CREATE RULE r AS
    ON DELETE TO public.t DO  INSERT INTO public.log (v)
  VALUES (old.v);
