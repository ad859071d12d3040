DROP CAST (public.pair AS text);
CREATE CAST (public.pair AS text) WITH INOUT AS IMPLICIT;
