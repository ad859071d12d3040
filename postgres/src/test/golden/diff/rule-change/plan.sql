CREATE OR REPLACE RULE logged AS
    ON DELETE TO public.users
   WHERE (old.id > 3) DO ( INSERT INTO public.log (id)
  VALUES (old.id);
 UPDATE public.log SET what = 'x'::text;
);
