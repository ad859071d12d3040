ALTER TABLE public.r ALTER COLUMN t_id TYPE integer;
ALTER TABLE public.t ALTER COLUMN id TYPE integer;
ALTER TABLE public.t ALTER COLUMN v DROP DEFAULT, ALTER COLUMN v TYPE character varying(10), ALTER COLUMN v SET DEFAULT 'x'::character varying;
ALTER TABLE public.t ALTER COLUMN n TYPE numeric(5,2);
