ALTER TABLE public.t ALTER COLUMN a TYPE integer;
ALTER TABLE public.t ALTER COLUMN b TYPE integer;
