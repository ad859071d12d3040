DROP FUNCTION public.all_users();
DROP FUNCTION public.find_users(text);
DROP FUNCTION public.whole_users();
