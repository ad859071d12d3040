CREATE TABLE public.m (
  id integer NOT NULL,
  at date NOT NULL,
  v text,
  CONSTRAINT m_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE public.m_2025 PARTITION OF public.m FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE public.m_2026 PARTITION OF public.m FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE public.m_rest PARTITION OF public.m DEFAULT;
CREATE INDEX m_v ON public.m USING btree (v);
