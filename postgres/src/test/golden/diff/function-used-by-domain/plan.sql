CREATE DOMAIN public.word AS text CONSTRAINT is_fine CHECK (public.fine(VALUE));
COMMENT ON CONSTRAINT is_fine ON DOMAIN public.word IS 'fine words';
