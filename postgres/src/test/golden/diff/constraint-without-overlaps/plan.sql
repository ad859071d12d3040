CREATE TABLE public.u (
  id int4range,
  during daterange
);
ALTER TABLE public.t ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT t_pk PRIMARY KEY (id, during WITHOUT OVERLAPS);
ALTER TABLE public.u ADD CONSTRAINT u_fk FOREIGN KEY (id, PERIOD during) REFERENCES public.t(id, PERIOD during);
