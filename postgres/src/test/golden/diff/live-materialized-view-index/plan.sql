CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
