CREATE FUNCTION public.emails()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT u.email
    FROM public.users u
   ORDER BY u.id;
END;
