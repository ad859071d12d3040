CREATE TABLE public.m_2026 (
  id integer NOT NULL,
  at date NOT NULL,
  v text,
  CONSTRAINT m_2026_pkey PRIMARY KEY (id, at)
);
CREATE INDEX m_2026_v_idx ON public.m_2026 USING btree (v);
ALTER TABLE public.m ATTACH PARTITION public.m_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
