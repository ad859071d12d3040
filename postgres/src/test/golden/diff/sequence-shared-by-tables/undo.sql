CREATE SEQUENCE public.ids;
ALTER TABLE public.a ALTER COLUMN id SET DEFAULT nextval('public.ids'::regclass);
ALTER TABLE public.b ALTER COLUMN id SET DEFAULT nextval('public.ids'::regclass);
