ALTER TABLE public.m ADD COLUMN v text DEFAULT ''::text NOT NULL;
ALTER TABLE public.m ADD CONSTRAINT m_id_check CHECK ((id > 0));
ALTER TABLE public.m ADD CONSTRAINT m_pkey PRIMARY KEY (id, at);
CREATE INDEX m_v ON public.m USING btree (v);
