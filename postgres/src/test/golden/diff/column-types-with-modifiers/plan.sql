ALTER TABLE public.t ALTER COLUMN a TYPE character varying(5);
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(4,0);
ALTER TABLE public.t ALTER COLUMN c TYPE timestamp with time zone;
ALTER TABLE public.t ALTER COLUMN d TYPE bit varying(8);
ALTER TABLE public.t ALTER COLUMN e TYPE text;
ALTER TABLE public.t ALTER COLUMN f TYPE interval day to second USING f::text::interval day to second;
