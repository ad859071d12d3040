package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.AGGREGATE;
import static io.liftlock.core.schema.ObjectKind.CAST;
import static io.liftlock.core.schema.ObjectKind.FUNCTION;
import static io.liftlock.core.schema.ObjectKind.OPERATOR;
import static io.liftlock.core.schema.ObjectKind.PROCEDURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutineReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  private SchemaObject read(ObjectKind kind, String schema, String name, String signature) {
    return Inspected.of(scratch)
        .schema()
        .find(new ObjectId(kind, List.of(schema, name), signature))
        .orElseThrow();
  }

  @Test
  void aFunctionIsPutBackByItsDefinition() {
    scratch.execute(
        """
        CREATE FUNCTION "Fünf ""mal""
        "(a int, INOUT b text DEFAULT 'x', VARIADIC c numeric[] DEFAULT '{}') LANGUAGE sql
          SET search_path = public STABLE AS $$ SELECT 'a''b' $$
        """);
    SchemaObject function =
        read(FUNCTION, "public", "Fünf \"mal\"\n", "(integer, text, numeric[])");
    assertThat(function.text(Property.ARGUMENTS))
        .contains(
            "a integer, INOUT b text DEFAULT 'x'::text, VARIADIC c numeric[]"
                + " DEFAULT '{}'::numeric[]");
    assertThat(function.text(Property.RETURNS)).contains("text");
    assertThat(function.text(Property.LANGUAGE)).contains("sql");
    String definition = function.text(Property.DEFINITION).orElseThrow();
    assertThat(definition).startsWith("CREATE OR REPLACE FUNCTION").doesNotEndWith("\n");
    scratch.execute("DROP FUNCTION \"Fünf \"\"mal\"\"\n\"(int, text, numeric[]);" + definition);
    assertThat(read(FUNCTION, "public", "Fünf \"mal\"\n", "(integer, text, numeric[])"))
        .isEqualTo(function);
  }

  @Test
  void namesakesAreToldApartByTheirArguments() {
    scratch.execute(
        """
        CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE FUNCTION f(int, OUT x int, OUT y int) LANGUAGE sql AS 'SELECT 1, 2';
        CREATE FUNCTION f(text[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE TYPE "My Type" AS (a int);
        CREATE FUNCTION f("My Type") RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE PROCEDURE p(a int, INOUT b int) LANGUAGE sql AS 'SELECT 1';
        CREATE FUNCTION ranked(int) RETURNS int LANGUAGE internal WINDOW AS 'window_rank';
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(FUNCTION))
        .containsExactly(
            "public.f()",
            "public.f(integer)",
            "public.f(public.\"My Type\")",
            "public.f(text[])",
            "public.ranked(integer)");
    assertThat(read.names(PROCEDURE)).containsExactly("public.p(integer, integer)");
    assertThat(read(PROCEDURE, "public", "p", "(integer, integer)").properties().keySet())
        .doesNotContain(Property.RETURNS);
  }

  @Test
  void whatTheServerMakesAlongWithARangeTypeIsNotListed() {
    scratch.execute("CREATE TYPE r AS RANGE (subtype = int)");
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(FUNCTION)).isEmpty();
    assertThat(read.names(CAST)).isEmpty();
    assertThat(read.schema().notModelled()).isEmpty();
  }

  @Test
  void anAggregateIsPutBackByItsParts() {
    scratch.execute(
        """
        CREATE FUNCTION "Plus"(int, int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1 + $2';
        CREATE FUNCTION last(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
        CREATE AGGREGATE total(int) (
          SFUNC = "Plus", STYPE = int, SSPACE = 8, FINALFUNC = last, FINALFUNC_EXTRA,
          FINALFUNC_MODIFY = SHAREABLE, COMBINEFUNC = "Plus", INITCOND = '0', MSFUNC = "Plus",
          MINVFUNC = int4mi, MSTYPE = int, MSSPACE = 4, MINITCOND = '1', SORTOP = <,
          PARALLEL = SAFE);
        CREATE AGGREGATE nothing(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
        CREATE AGGREGATE middle(float8 ORDER BY anyelement) (
          SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final,
          FINALFUNC_EXTRA);
        CREATE AGGREGATE what_if(VARIADIC "any" ORDER BY VARIADIC "any") (
          SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final,
          FINALFUNC_EXTRA, HYPOTHETICAL);
        """);
    List<SchemaObject> before = Inspected.of(scratch).schema().of(AGGREGATE);
    assertThat(before)
        .extracting(aggregate -> aggregate.id().qualified())
        .containsExactly(
            "public.middle(double precision, anyelement)",
            "public.nothing()",
            "public.total(integer)",
            "public.what_if(\"any\")");
    assertThat(before.get(2).text(Property.DEFINITION))
        .contains(
            "SFUNC = public.\"Plus\", STYPE = integer, SSPACE = 8, FINALFUNC = public.last,"
                + " FINALFUNC_EXTRA, FINALFUNC_MODIFY = SHAREABLE, COMBINEFUNC = public.\"Plus\","
                + " INITCOND = '0', MSFUNC = public.\"Plus\", MINVFUNC = int4mi, MSTYPE = integer,"
                + " MSSPACE = 4, MINITCOND = '1', SORTOP = OPERATOR(pg_catalog.<),"
                + " PARALLEL = SAFE");
    assertThat(before.get(1).text(Property.ARGUMENTS)).contains("*");
    scratch.execute(
        """
        DROP AGGREGATE total(int); DROP AGGREGATE nothing(*);
        DROP AGGREGATE middle(float8, anyelement); DROP AGGREGATE what_if("any");
        """);
    for (SchemaObject aggregate : before) {
      scratch.execute(
          "CREATE AGGREGATE public.%s(%s) (%s)"
              .formatted(
                  aggregate.id().name(),
                  aggregate.text(Property.ARGUMENTS).orElseThrow(),
                  aggregate.text(Property.DEFINITION).orElseThrow()));
    }
    assertThat(Inspected.of(scratch).schema().of(AGGREGATE)).isEqualTo(before);
  }

  @Test
  void operatorsAndCastsArePutBackByTheirParts() {
    scratch.execute(
        """
        CREATE TYPE pair AS (a int, b int);
        CREATE SCHEMA "O p";
        CREATE FUNCTION same(pair, pair) RETURNS bool LANGUAGE sql AS 'SELECT true';
        CREATE FUNCTION other(pair, pair) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE FUNCTION minus(pair) RETURNS pair LANGUAGE sql AS 'SELECT $1';
        CREATE FUNCTION to_pair(int) RETURNS pair LANGUAGE sql AS 'SELECT $1, $1';
        CREATE OPERATOR "O p".=== (FUNCTION = same, LEFTARG = pair, RIGHTARG = pair,
          COMMUTATOR = OPERATOR("O p".===), NEGATOR = OPERATOR("O p".!==), RESTRICT = eqsel,
          JOIN = eqjoinsel, HASHES, MERGES);
        CREATE OPERATOR "O p".!== (FUNCTION = other, LEFTARG = pair, RIGHTARG = pair);
        CREATE OPERATOR "O p".@ (FUNCTION = minus, RIGHTARG = pair);
        CREATE CAST (int AS pair) WITH FUNCTION to_pair(int) AS ASSIGNMENT;
        CREATE CAST (pair AS text) WITH INOUT AS IMPLICIT;
        CREATE DOMAIN number AS int;
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(OPERATOR))
        .containsExactly(
            "\"O p\".\"!==\"(public.pair, public.pair)",
            "\"O p\".\"===\"(public.pair, public.pair)",
            "\"O p\".\"@\"(NONE, public.pair)");
    SchemaObject same = read.schema().of(OPERATOR).get(1);
    assertThat(same.text(Property.DEFINITION))
        .contains(
            "FUNCTION = public.same, LEFTARG = public.pair, RIGHTARG = public.pair,"
                + " COMMUTATOR = OPERATOR(\"O p\".===), NEGATOR = OPERATOR(\"O p\".!==),"
                + " RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES");
    assertThat(read.schema().of(CAST))
        .extracting(cast -> cast.id().signature() + " " + cast.text(Property.DEFINITION).orElse(""))
        .containsExactly(
            "(integer AS public.pair) WITH FUNCTION public.to_pair(integer) AS ASSIGNMENT",
            "(public.pair AS text) WITH INOUT AS IMPLICIT");
    assertThat(read.schema().notModelled()).isEmpty();
  }

  @Test
  void anOperatorThatIsOnlyReferredToIsTold() {
    scratch.execute(
        """
        CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, NEGATOR = !===)
        """);
    Inspected read = Inspected.of(scratch);
    assertThat(read.names(OPERATOR)).containsExactly("public.\"===\"(integer, integer)");
    assertThat(read.schema().notModelled())
        .extracting(missing -> missing.kind() + " " + missing.name())
        .containsExactly("shell operator public.!===(integer,integer)");
  }
}
