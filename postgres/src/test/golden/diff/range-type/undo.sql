ALTER TABLE public.t ALTER COLUMN v TYPE text USING v::text;
DROP TYPE public.r;
CREATE TYPE public.r AS RANGE (subtype = double precision, multirange_type_name = public.r_multirange);
ALTER TABLE public.t ALTER COLUMN v TYPE public.r USING v::text::public.r;
