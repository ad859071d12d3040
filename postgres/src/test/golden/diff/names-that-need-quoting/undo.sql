DROP TABLE "Odd ""schema"""."select";
