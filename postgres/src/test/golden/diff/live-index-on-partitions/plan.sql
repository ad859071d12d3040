CREATE TABLE public.m22 (
  id integer,
  v integer
);
CREATE INDEX m_v ON public.m USING btree (v);
CREATE UNIQUE INDEX odd ON public.m1 USING btree (v);
CREATE INDEX "Another name" ON public.m22 USING btree (v);
ALTER TABLE public.m2 ATTACH PARTITION public.m22 FOR VALUES IN (12);
