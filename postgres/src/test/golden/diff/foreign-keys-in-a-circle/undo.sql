ALTER TABLE public.a DROP CONSTRAINT a_b;
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;
DROP TABLE public.a;
DROP TABLE public.b;
DROP TABLE public.s;
