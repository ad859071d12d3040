CREATE TABLE public.members (
  who text NOT NULL,
  CONSTRAINT members_pkey PRIMARY KEY (who)
);
CREATE POLICY members_only ON public.notes USING (EXISTS ( SELECT 1
   FROM public.members m
  WHERE (m.who = notes.owner)));
