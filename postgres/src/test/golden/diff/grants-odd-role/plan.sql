GRANT SELECT ON TABLE public.users TO "Odd ""role""";
GRANT UPDATE (secret) ON TABLE public.users TO "Odd ""role""";
