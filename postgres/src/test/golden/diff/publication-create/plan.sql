CREATE PUBLICATION a_few FOR TABLE public.notes, public.users (email, id) WHERE ((id > 10)) WITH (publish = 'insert, update', publish_via_partition_root=true);
COMMENT ON PUBLICATION a_few IS 'a few';
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'truncate');
CREATE PUBLICATION nothing;
