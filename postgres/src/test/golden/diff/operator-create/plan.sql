CREATE OPERATOR public.~~~ (FUNCTION = public.near, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.~~~));
COMMENT ON OPERATOR public.~~~ (integer, integer) IS 'about the same';
CREATE VIEW public.close AS
SELECT (1 OPERATOR(public.~~~) 2) AS is_close;
