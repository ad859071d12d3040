CREATE OR REPLACE PROCEDURE public.clean()
 LANGUAGE plpgsql
AS $procedure$ BEGIN PERFORM 1; END $procedure$;
