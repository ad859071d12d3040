DROP OPERATOR public.<# (point, point);
DROP OPERATOR public.># (point, point);
