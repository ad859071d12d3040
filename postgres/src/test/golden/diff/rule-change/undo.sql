CREATE OR REPLACE RULE logged AS
    ON DELETE TO public.users DO  INSERT INTO public.log (id)
  VALUES (old.id);
