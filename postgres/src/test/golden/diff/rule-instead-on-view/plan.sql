CREATE RULE put AS
    ON INSERT TO public.v DO INSTEAD  INSERT INTO public.users (id, email)
  VALUES (new.id, new.email)
  RETURNING users.id,
    users.email;
