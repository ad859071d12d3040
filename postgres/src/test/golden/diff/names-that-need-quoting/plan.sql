CREATE SEQUENCE "Odd ""schema"""."Seq.1";
CREATE TABLE "Odd ""schema"""."select" (
  "from" integer NOT NULL,
  "a
b" text DEFAULT 'it''s'::text,
  "größe" integer,
  "dotted.name" integer,
  CONSTRAINT select_pkey PRIMARY KEY ("from")
);
CREATE INDEX "Index-1" ON "Odd ""schema"""."select" USING btree ("dotted.name");
ALTER SEQUENCE "Odd ""schema"""."Seq.1" OWNED BY "Odd ""schema""".select."dotted.name";
