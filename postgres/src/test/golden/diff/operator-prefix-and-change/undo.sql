DROP OPERATOR public.~~~ (integer, integer);
CREATE OPERATOR public.@# (FUNCTION = public.neg, RIGHTARG = text);
CREATE OPERATOR public.~~~ (FUNCTION = public.near, LEFTARG = integer, RIGHTARG = integer);
