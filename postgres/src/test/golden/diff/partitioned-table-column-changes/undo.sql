ALTER TABLE public.m DROP COLUMN x;
ALTER TABLE public.m ALTER COLUMN id TYPE integer;
ALTER TABLE public.m ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.m ALTER COLUMN v DROP DEFAULT, ALTER COLUMN v TYPE character varying(3), ALTER COLUMN v SET DEFAULT 'a'::character varying;
ALTER TABLE public.m ADD COLUMN w integer;
ALTER TABLE public.m1 ALTER COLUMN v SET DEFAULT 'a'::character varying;
