ALTER FOREIGN DATA WRAPPER files OWNER TO app_super;
ALTER SERVER far OWNER TO app_super;
CREATE FOREIGN TABLE public.logs (
  id integer
) SERVER far;
ALTER FOREIGN TABLE public.logs OWNER TO app_super;
CREATE FUNCTION public.log_ddl()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NULL; END $function$;
CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION public.log_ddl();
ALTER EVENT TRIGGER e OWNER TO app_super;
