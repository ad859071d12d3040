ALTER TYPE public.e ADD VALUE 'b';
ALTER TABLE public.t ALTER COLUMN v SET DEFAULT 'b'::public.e;
ALTER TABLE public.t ADD COLUMN n integer DEFAULT 0 NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK (((v <> 'b'::public.e) OR (n > 0)));
CREATE INDEX t_b ON public.t USING btree (n) WHERE (v = 'b'::public.e);
