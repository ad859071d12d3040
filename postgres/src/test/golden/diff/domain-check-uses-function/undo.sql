DROP TABLE public.t;
DROP DOMAIN public.good;
DROP FUNCTION public.ok(text);
