DROP OPERATOR public.@# (NONE, text);
DROP OPERATOR public.~~~ (integer, integer);
CREATE OPERATOR public.~~~ (FUNCTION = public.near, LEFTARG = integer, RIGHTARG = integer, RESTRICT = eqsel, JOIN = eqjoinsel);
