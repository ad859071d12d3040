CREATE OR REPLACE PROCEDURE public.clean()
 LANGUAGE plpgsql
AS $procedure$ BEGIN NULL; END $procedure$;
