ALTER TABLE public.t ALTER COLUMN v DROP DEFAULT;
DROP FUNCTION public.next_v();
ALTER TABLE public.t DROP CONSTRAINT ok;
DROP FUNCTION public.top(public.t);
DROP TABLE public.t;
