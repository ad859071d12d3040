CREATE OPERATOR public.<# (FUNCTION = public.lt, LEFTARG = point, RIGHTARG = point, COMMUTATOR = OPERATOR(public.>#));
CREATE OPERATOR public.># (FUNCTION = public.gt, LEFTARG = point, RIGHTARG = point, COMMUTATOR = OPERATOR(public.<#));
