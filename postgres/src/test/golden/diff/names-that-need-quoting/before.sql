CREATE SCHEMA "Odd ""schema""";
