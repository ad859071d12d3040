ALTER FOREIGN TABLE public.logs OPTIONS (DROP format, SET file 'b', ADD header 'true');
ALTER FOREIGN TABLE public.logs ALTER COLUMN id TYPE bigint;
ALTER FOREIGN TABLE public.logs ALTER COLUMN id OPTIONS (ADD name 'n', SET pos '2');
ALTER FOREIGN TABLE public.logs ALTER COLUMN line SET NOT NULL;
ALTER FOREIGN TABLE public.logs ADD COLUMN at date DEFAULT now();
