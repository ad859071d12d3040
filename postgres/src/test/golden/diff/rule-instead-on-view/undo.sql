DROP RULE put ON public.v;
