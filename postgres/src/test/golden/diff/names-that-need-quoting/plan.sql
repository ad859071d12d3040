CREATE SEQUENCE "Odd ""schema"""."Seq.1";
CREATE TABLE "Odd ""schema"""."select" (
  "a
b" text DEFAULT 'it''s'::text,
  "dotted.name" integer,
  "from" integer NOT NULL,
  "größe" integer,
  CONSTRAINT select_pkey PRIMARY KEY ("from")
);
CREATE INDEX "Index-1" ON "Odd ""schema"""."select" USING btree ("dotted.name");
ALTER SEQUENCE "Odd ""schema"""."Seq.1" OWNED BY "Odd ""schema""".select."dotted.name";
