DROP INDEX public.x;
CREATE TABLE public.x (
  id integer
);
