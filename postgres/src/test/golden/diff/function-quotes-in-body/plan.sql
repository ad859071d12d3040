CREATE FUNCTION public.odd()
 RETURNS text
 LANGUAGE plpgsql
AS $functionx$
BEGIN
  EXECUTE $inner$ SELECT 'it''s; \ $$' $inner$;
  RETURN '$function$;';
END
$functionx$;
