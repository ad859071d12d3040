ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE integer USING a::integer, ALTER COLUMN a SET DEFAULT 1;
ALTER TABLE public.t ALTER COLUMN b TYPE uuid USING b::uuid;
ALTER TABLE public.t ALTER COLUMN c TYPE boolean USING c::boolean;
ALTER TABLE public.t ALTER COLUMN d TYPE integer USING d::integer;
ALTER TABLE public.t ALTER COLUMN e TYPE date USING e::text::date;
ALTER TABLE public.t ALTER COLUMN f TYPE integer[] USING f::text::integer[];
