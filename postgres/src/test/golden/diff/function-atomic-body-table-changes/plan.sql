DROP FUNCTION public.count_users();
ALTER TABLE public.users ALTER COLUMN secret TYPE character varying(10);
CREATE FUNCTION public.count_users()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.users u
   WHERE (u.secret IS NULL);
END;
