DROP INDEX public.t_label;
ALTER TABLE public.t ADD COLUMN c integer;
