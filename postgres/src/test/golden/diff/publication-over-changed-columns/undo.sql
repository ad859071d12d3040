DROP PUBLICATION pub;
ALTER TABLE public.t ALTER COLUMN id TYPE integer;
ALTER TABLE public.t ALTER COLUMN v TYPE character varying(5);
CREATE PUBLICATION pub FOR TABLE public.t (id, v) WHERE ((id > 1));
