ALTER SEQUENCE public.t_id_seq AS integer MINVALUE 1 MAXVALUE 2147483647;
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT, ALTER COLUMN id TYPE integer, ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
