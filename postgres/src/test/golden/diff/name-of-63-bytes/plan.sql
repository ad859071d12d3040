CREATE TYPE public.ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc AS ENUM ('a', 'b');
CREATE TABLE public.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (
  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb integer NOT NULL,
  CONSTRAINT aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_pkey PRIMARY KEY (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)
);
CREATE TABLE public.t (
  c public.ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc,
  "ääääääääääääääääääääääääääääääx" integer
);
CREATE INDEX "t_ääääääääääääääääääääääääääää_idx" ON public.t USING btree ("ääääääääääääääääääääääääääääääx");
