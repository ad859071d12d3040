CREATE TABLE public.a_new_one (
  id integer NOT NULL,
  CONSTRAINT a_new_one_pkey PRIMARY KEY (id)
);
CREATE FUNCTION public.no_ddl()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'no'; END $function$;
CREATE EVENT TRIGGER guard ON ddl_command_end WHEN TAG IN ('CREATE POLICY', 'CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION public.no_ddl();
