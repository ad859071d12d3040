-- stage 
ALTER TABLE public.c ADD CONSTRAINT c_id_not_null CHECK ((id IS NOT NULL)) NOT VALID;
ALTER TABLE public.c ADD CONSTRAINT c_state_not_null CHECK ((state IS NOT NULL)) NOT VALID;
ALTER TABLE public.c ADD CONSTRAINT state_ok CHECK ((state <> ''::text)) NOT VALID;
ALTER TABLE public.p ADD CONSTRAINT p_code_not_null CHECK ((code IS NOT NULL)) NOT VALID;
ALTER TABLE public.c ADD CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES public.p(id) NOT VALID;
-- stage indexes
DROP INDEX CONCURRENTLY public.c_old;
CREATE UNIQUE INDEX CONCURRENTLY c_pk ON public.c USING btree (id);
CREATE INDEX CONCURRENTLY c_state ON public.c USING btree (state);
COMMENT ON INDEX public.c_state IS 'for the list';
CREATE UNIQUE INDEX CONCURRENTLY p_code ON public.p USING btree (code);
-- stage validate
ALTER TABLE public.c VALIDATE CONSTRAINT c_fk;
ALTER TABLE public.c VALIDATE CONSTRAINT c_id_not_null;
ALTER TABLE public.c VALIDATE CONSTRAINT c_state_not_null;
ALTER TABLE public.c VALIDATE CONSTRAINT state_ok;
ALTER TABLE public.p VALIDATE CONSTRAINT p_code_not_null;
ALTER TABLE public.c ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.c DROP CONSTRAINT c_id_not_null;
ALTER TABLE public.c ALTER COLUMN state SET NOT NULL;
ALTER TABLE public.c DROP CONSTRAINT c_state_not_null;
ALTER TABLE public.p ALTER COLUMN code SET NOT NULL;
ALTER TABLE public.p DROP CONSTRAINT p_code_not_null;
ALTER TABLE public.c ADD CONSTRAINT c_pk PRIMARY KEY USING INDEX c_pk;
ALTER TABLE public.p ADD CONSTRAINT p_code UNIQUE USING INDEX p_code;
-- undo validate
ALTER TABLE public.c DROP CONSTRAINT c_fk;
ALTER TABLE public.c DROP CONSTRAINT c_pk;
ALTER TABLE public.c DROP CONSTRAINT state_ok;
ALTER TABLE public.p DROP CONSTRAINT p_code;
ALTER TABLE public.c ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.c ALTER COLUMN state DROP NOT NULL;
ALTER TABLE public.p ALTER COLUMN code DROP NOT NULL;
ALTER TABLE public.c ADD CONSTRAINT c_id_not_null CHECK ((id IS NOT NULL)) NOT VALID;
ALTER TABLE public.c ADD CONSTRAINT c_state_not_null CHECK ((state IS NOT NULL)) NOT VALID;
ALTER TABLE public.c ADD CONSTRAINT state_ok CHECK ((state <> ''::text)) NOT VALID;
ALTER TABLE public.p ADD CONSTRAINT p_code_not_null CHECK ((code IS NOT NULL)) NOT VALID;
CREATE UNIQUE INDEX c_pk ON public.c USING btree (id);
CREATE UNIQUE INDEX p_code ON public.p USING btree (code);
ALTER TABLE public.c ADD CONSTRAINT c_fk FOREIGN KEY (p_id) REFERENCES public.p(id) NOT VALID;
-- undo indexes
DROP INDEX CONCURRENTLY public.c_pk;
DROP INDEX CONCURRENTLY public.c_state;
DROP INDEX CONCURRENTLY public.p_code;
CREATE INDEX CONCURRENTLY c_old ON public.c USING btree (n);
-- undo 
ALTER TABLE public.c DROP CONSTRAINT c_fk;
ALTER TABLE public.c DROP CONSTRAINT c_id_not_null;
ALTER TABLE public.c DROP CONSTRAINT c_state_not_null;
ALTER TABLE public.c DROP CONSTRAINT state_ok;
ALTER TABLE public.p DROP CONSTRAINT p_code_not_null;
