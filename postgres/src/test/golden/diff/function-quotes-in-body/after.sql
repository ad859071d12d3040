CREATE FUNCTION odd() RETURNS text LANGUAGE plpgsql AS $outer$
BEGIN
  EXECUTE $inner$ SELECT 'it''s; \ $$' $inner$;
  RETURN '$function$;';
END
$outer$;
