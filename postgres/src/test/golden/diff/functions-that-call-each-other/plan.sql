CREATE FUNCTION public.a_first(n integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN CASE WHEN n > 0 THEN z_last(n - 1) ELSE 0 END; END $function$;
CREATE FUNCTION public.z_last(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT CASE WHEN n > 0 THEN a_first(n - 1) ELSE 0 END $function$;
CREATE TABLE public.users (
  id integer NOT NULL,
  score integer,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_score_check CHECK ((score = public.z_last(score)))
);
