DROP VIEW public.close;
DROP OPERATOR public.~~~ (integer, integer);
