-- stage 
ALTER TABLE public.m ADD COLUMN v text DEFAULT ''::text NOT NULL;
ALTER TABLE public.m ADD CONSTRAINT m_id_check CHECK ((id > 0)) NOT VALID;
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id, at);
-- stage indexes
CREATE INDEX m_v ON ONLY public.m USING btree (v);
CREATE INDEX CONCURRENTLY m1_v_idx ON public.m1 USING btree (v);
ALTER INDEX public.m_v ATTACH PARTITION public.m1_v_idx;
CREATE INDEX CONCURRENTLY m2_v_idx ON public.m2 USING btree (v);
ALTER INDEX public.m_v ATTACH PARTITION public.m2_v_idx;
-- stage validate
ALTER TABLE public.m VALIDATE CONSTRAINT m_id_check;
-- undo validate
ALTER TABLE public.m DROP CONSTRAINT m_id_check;
ALTER TABLE public.m ADD CONSTRAINT m_id_check CHECK ((id > 0)) NOT VALID;
-- undo indexes
DROP INDEX public.m_v;
-- undo 
ALTER TABLE public.m DROP CONSTRAINT m_id_check;
ALTER TABLE public.m DROP CONSTRAINT m_pkey;
ALTER TABLE public.m DROP COLUMN v;
