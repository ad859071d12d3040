DROP TYPE public.state;
CREATE DOMAIN public.state AS text CONSTRAINT state_check CHECK ((VALUE = ANY (ARRAY['a'::text, 'b'::text])));
