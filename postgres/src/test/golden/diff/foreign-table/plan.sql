CREATE FOREIGN TABLE public.logs (
  id integer OPTIONS (pos '1') NOT NULL,
  line text COLLATE "C" DEFAULT 'x'::text,
  CONSTRAINT positive CHECK ((id > 0))
) SERVER far OPTIONS (file 'a''b', format 'csv');
COMMENT ON FOREIGN TABLE public.logs IS 'lines';
GRANT SELECT ON TABLE public.logs TO anon;
COMMENT ON COLUMN public.logs.line IS 'one';
GRANT UPDATE (line) ON TABLE public.logs TO authenticated;
