DROP STATISTICS public."Odd stats";
DROP STATISTICS public.s_ab;
