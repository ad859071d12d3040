REVOKE SELECT ON TABLE public.users FROM "Odd ""role""";
REVOKE UPDATE (secret) ON TABLE public.users FROM "Odd ""role""";
