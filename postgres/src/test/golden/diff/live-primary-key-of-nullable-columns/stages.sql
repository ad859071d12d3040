-- stage 
ALTER TABLE public.t ADD CONSTRAINT t_a_not_null CHECK ((a IS NOT NULL)) NOT VALID;
ALTER TABLE public.t ADD CONSTRAINT t_b_not_null CHECK ((b IS NOT NULL)) NOT VALID;
-- stage indexes
CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t USING btree (a, b);
-- stage validate
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_not_null;
ALTER TABLE public.t VALIDATE CONSTRAINT t_b_not_null;
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT t_a_not_null;
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT t_b_not_null;
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;
-- undo validate
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT t_a_not_null CHECK ((a IS NOT NULL)) NOT VALID;
ALTER TABLE public.t ADD CONSTRAINT t_b_not_null CHECK ((b IS NOT NULL)) NOT VALID;
CREATE UNIQUE INDEX t_pkey ON public.t USING btree (a, b);
-- undo indexes
DROP INDEX CONCURRENTLY public.t_pkey;
-- undo 
ALTER TABLE public.t DROP CONSTRAINT t_a_not_null;
ALTER TABLE public.t DROP CONSTRAINT t_b_not_null;
