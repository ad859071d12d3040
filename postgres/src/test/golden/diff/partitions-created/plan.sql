CREATE TABLE public.m (
  id integer NOT NULL,
  at date NOT NULL,
  v text,
  CONSTRAINT m_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE public.m_2025 (
  id integer NOT NULL,
  at date NOT NULL,
  v text,
  CONSTRAINT m_2025_pkey PRIMARY KEY (id, at)
);
CREATE TABLE public.m_2026 (
  id integer NOT NULL,
  at date NOT NULL,
  v text,
  CONSTRAINT m_2026_pkey PRIMARY KEY (id, at)
);
CREATE TABLE public.m_rest (
  id integer NOT NULL,
  at date NOT NULL,
  v text,
  CONSTRAINT m_rest_pkey PRIMARY KEY (id, at)
);
CREATE INDEX m_v ON ONLY public.m USING btree (v);
CREATE INDEX m_2025_v_idx ON public.m_2025 USING btree (v);
CREATE INDEX m_2026_v_idx ON public.m_2026 USING btree (v);
CREATE INDEX m_rest_v_idx ON public.m_rest USING btree (v);
ALTER TABLE public.m ATTACH PARTITION public.m_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE public.m ATTACH PARTITION public.m_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE public.m ATTACH PARTITION public.m_rest DEFAULT;
