CREATE TABLE public.t (
  id integer,
  v integer
);
CREATE FUNCTION public.next_v()
 RETURNS integer
 LANGUAGE sql
RETURN (SELECT (max(t.v) + 1) FROM public.t);
CREATE FUNCTION public.top(public.t)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1.id$function$;
ALTER TABLE public.t ADD CONSTRAINT ok CHECK ((public.top(t.*) > 0));
ALTER TABLE public.t ALTER COLUMN v SET DEFAULT public.next_v();
