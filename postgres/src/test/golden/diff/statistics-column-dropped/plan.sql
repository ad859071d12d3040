DROP STATISTICS public.s_ab;
ALTER TABLE public.s DROP COLUMN a;
ALTER TABLE public.s ALTER COLUMN c TYPE character varying(5);
