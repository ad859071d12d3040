DROP FUNCTION public.add_one(bigint);
DROP FUNCTION public.add_one(text, text[]);
