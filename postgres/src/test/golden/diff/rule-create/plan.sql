CREATE RULE logged AS
    ON DELETE TO public.users DO  INSERT INTO public.log (id, what)
  VALUES (old.id, 'gone; "quoted"'::text);
COMMENT ON RULE logged ON public.users IS 'logs';
