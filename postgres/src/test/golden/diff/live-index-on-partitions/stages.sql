-- stage 
CREATE TABLE public.m22 (
  id integer,
  v integer
);
CREATE INDEX "Another name" ON public.m22 USING btree (v);
ALTER TABLE public.m2 ATTACH PARTITION public.m22 FOR VALUES IN (12);
-- stage indexes
CREATE INDEX m_v ON ONLY public.m USING btree (v);
CREATE INDEX CONCURRENTLY m1_v_idx ON public.m1 USING btree (v);
ALTER INDEX public.m_v ATTACH PARTITION public.m1_v_idx;
CREATE UNIQUE INDEX CONCURRENTLY odd ON public.m1 USING btree (v);
CREATE INDEX m2_v_idx ON ONLY public.m2 USING btree (v);
ALTER INDEX public.m_v ATTACH PARTITION public.m2_v_idx;
CREATE INDEX CONCURRENTLY m21_v_idx ON public.m21 USING btree (v);
ALTER INDEX public.m2_v_idx ATTACH PARTITION public.m21_v_idx;
ALTER INDEX public.m2_v_idx ATTACH PARTITION public."Another name";
-- undo indexes
DROP INDEX public.m_v;
DROP INDEX CONCURRENTLY public.odd;
CREATE INDEX CONCURRENTLY "Another name" ON public.m22 USING btree (v);
-- undo 
ALTER TABLE public.m2 DETACH PARTITION public.m22;
DROP TABLE public.m22;
