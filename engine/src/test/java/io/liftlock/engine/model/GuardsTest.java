package io.liftlock.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "DROP TABLE public.t | DROP TABLE IF EXISTS public.t",
        "DROP INDEX CONCURRENTLY public.i | DROP INDEX CONCURRENTLY IF EXISTS public.i",
        "DROP POLICY p ON public.t | DROP POLICY IF EXISTS p ON public.t",
        "DROP MATERIALIZED VIEW public.v | DROP MATERIALIZED VIEW IF EXISTS public.v",
        "DROP TEXT SEARCH CONFIGURATION c | DROP TEXT SEARCH CONFIGURATION IF EXISTS c",
        "ALTER TABLE public.t DROP COLUMN c | ALTER TABLE public.t DROP COLUMN IF EXISTS c",
        "ALTER TABLE public.t DROP CONSTRAINT c"
            + " | ALTER TABLE public.t DROP CONSTRAINT IF EXISTS c",
        "ALTER TABLE public.t ADD COLUMN c int | ALTER TABLE public.t ADD COLUMN IF NOT EXISTS c int",
        "CREATE TABLE t (a int) | CREATE TABLE IF NOT EXISTS t (a int)",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)"
            + " | CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)",
        "CREATE VIEW v AS SELECT 1 | CREATE OR REPLACE VIEW v AS SELECT 1",
        "CREATE OR REPLACE FUNCTION f() | CREATE OR REPLACE FUNCTION f()",
        "ALTER TABLE t ALTER COLUMN c TYPE text | ALTER TABLE t ALTER COLUMN c TYPE text",
        "CREATE TYPE e AS ENUM ('a') | CREATE TYPE e AS ENUM ('a')",
        "DROP TABLE IF EXISTS t | DROP TABLE IF EXISTS t",
      })
  void doesNothingWhereItIsDone(String sql, String guarded) {
    assertThat(Guards.of(sql)).isEqualTo(guarded);
  }
}
