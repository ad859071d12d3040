ALTER TABLE public.t ADD CONSTRAINT apart EXCLUDE USING gist (r WITH &&) WITH (fillfactor='70') WHERE ((r IS NOT NULL));
