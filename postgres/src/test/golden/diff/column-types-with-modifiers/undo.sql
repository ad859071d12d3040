ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20);
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(10,2);
ALTER TABLE public.t ALTER COLUMN c TYPE timestamp(3) with time zone;
ALTER TABLE public.t ALTER COLUMN d TYPE bit(4);
ALTER TABLE public.t ALTER COLUMN e TYPE character(5);
ALTER TABLE public.t ALTER COLUMN f TYPE interval USING f::text::interval;
