package io.liftlock.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterRoutine;
import io.liftlock.core.syntax.BodyStatement;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.CreateRoutine;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.DoBlock;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.RoutineBody;
import io.liftlock.core.syntax.SetParameter;
import io.liftlock.core.syntax.TransactionControl;
import io.liftlock.core.syntax.TypeName;
import io.liftlock.core.syntax.Volatility;
import io.liftlock.core.syntax.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutinesTest {

  private static RoutineBody plpgsql(String statements) {
    RoutineBody body =
        Read.as(DoBlock.class, "DO $do$ DECLARE n int; BEGIN " + statements + " END $do$").body();
    assertThat(body.notUnderstood()).as(statements).isEmpty();
    return body;
  }

  private static List<Command> commands(String statements) {
    return plpgsql(statements).statements().stream().map(BodyStatement::command).toList();
  }

  private static String word(String sql, int at) {
    return sql.substring(at).split("[ ;]", 2)[0];
  }

  @Test
  void aFunctionSaysWhatItIs() {
    CreateRoutine function =
        Read.as(
            CreateRoutine.class,
            "CREATE OR REPLACE FUNCTION app.f(a int, OUT b text, VARIADIC c bigint[] DEFAULT '{}')"
                + " RETURNS SETOF text LANGUAGE PLpgSQL STABLE SECURITY DEFINER"
                + " SET search_path = app, pg_temp AS $$ BEGIN RETURN; END $$");

    assertThat(function.name()).isEqualTo(RelationName.of("app", "f"));
    assertThat(function.orReplace()).isTrue();
    assertThat(function.procedure()).isFalse();
    assertThat(function.arguments())
        .extracting(TypeName::name)
        .containsExactly("integer", "bigint");
    assertThat(function.returns().orElseThrow().name()).isEqualTo("text");
    assertThat(function.language()).isEqualTo("plpgsql");
    assertThat(function.volatility()).isEqualTo(Volatility.STABLE);
    assertThat(function.securityDefiner()).isTrue();
    assertThat(function.settings()).isEqualTo(Map.of("search_path", "app, pg_temp"));
    assertThat(function.body().text()).isEqualTo(" BEGIN RETURN; END ");
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    CreateRoutine procedure =
        Read.as(
            CreateRoutine.class,
            "CREATE PROCEDURE p() LANGUAGE sql AS 'UPDATE t SET a = 1; DELETE FROM u'");

    assertThat(procedure.procedure()).isTrue();
    assertThat(procedure.volatility()).isEqualTo(Volatility.VOLATILE);
    assertThat(procedure.returns()).isEmpty();
    assertThat(procedure.body().statements())
        .extracting(BodyStatement::command)
        .allSatisfy(command -> assertThat(command).isInstanceOf(Write.class))
        .hasSize(2);
  }

  @Test
  void theLanguageMayBeAString() {
    CreateRoutine function =
        Read.as(
            CreateRoutine.class,
            "CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN DELETE FROM t; RETURN NEW; END $$"
                + " LANGUAGE 'plpgsql' VOLATILE");

    assertThat(function.language()).isEqualTo("plpgsql");
    assertThat(function.body().statements()).hasSize(1);
  }

  @Test
  void aRoutineIsAltered() {
    assertThat(Read.command("ALTER FUNCTION f(int) IMMUTABLE"))
        .isEqualTo(
            new AlterRoutine(
                RelationName.of("f"), Optional.of(Volatility.IMMUTABLE), Optional.empty()));
    assertThat(Read.command("ALTER FUNCTION s.f(int) RENAME TO g"))
        .isEqualTo(new AlterRoutine(RelationName.of("s", "f"), Optional.empty(), Optional.of("g")));
  }

  @Test
  void bodiesOfSqlWithoutQuotesAreRead() {
    RoutineBody atomic =
        Read.as(
                CreateRoutine.class,
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC DELETE FROM t; SELECT 1 FROM u; END")
            .body();
    assertThat(atomic.statements())
        .extracting(BodyStatement::command)
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Write.class),
            second -> assertThat(second).isInstanceOf(Query.class));

    String sql = "CREATE FUNCTION f(a int) RETURNS int RETURN a + (SELECT max(b) FROM t)";
    RoutineBody result = Read.as(CreateRoutine.class, sql).body();
    assertThat(result.statements()).hasSize(1);
    assertThat(word(sql, result.statements().get(0).at())).isEqualTo("RETURN");
    assertThat(((Query) result.statements().get(0).command()).reads())
        .containsExactly(RelationName.of("t"));
  }

  @Test
  void everyBranchAndLoopIsRead() {
    List<Command> found =
        commands(
            """
            IF n > 1 THEN INSERT INTO a VALUES (1);
            ELSIF n IS NULL THEN INSERT INTO b VALUES (1);
            ELSE INSERT INTO c VALUES (1); END IF;
            CASE n WHEN 1 THEN INSERT INTO d VALUES (1); ELSE INSERT INTO e VALUES (1); END CASE;
            FOR i IN 1..3 LOOP INSERT INTO f VALUES (i); END LOOP;
            <<l>> WHILE true LOOP INSERT INTO g VALUES (1); EXIT l WHEN n = 1; END LOOP l;
            BEGIN INSERT INTO h VALUES (1);
            EXCEPTION WHEN unique_violation OR SQLSTATE '42P01' THEN INSERT INTO i VALUES (1);
              WHEN others THEN INSERT INTO j VALUES (1);
            END;
            """);

    assertThat(found)
        .extracting(command -> ((Write) command).table().name())
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
  }

  @Test
  void conditionsAssignmentsAndLoopsThatReadTablesAreQueries() {
    List<Command> found =
        commands(
            """
            IF EXISTS (SELECT 1 FROM a) THEN NULL; END IF;
            n := (SELECT max(x) FROM b);
            n := count(*) FROM c;
            FOR r IN SELECT * FROM d LOOP NULL; END LOOP;
            PERFORM f(1) FROM e WHERE y = 1;
            RETURN QUERY SELECT * FROM g;
            RETURN (SELECT 1 FROM h);
            OPEN cur FOR SELECT 1 FROM i;
            n := n + 1;
            RAISE NOTICE 'x %', n;
            """);

    assertThat(found)
        .extracting(command -> ((Query) command).reads().iterator().next().name())
        .containsExactly("a", "b", "c", "d", "e", "g", "h", "i");
  }

  @Test
  void declarationsAreReadToo() {
    RoutineBody body =
        Read.as(
                DoBlock.class,
                "DO $$ DECLARE c CURSOR FOR SELECT 1 FROM t; n int := f(); BEGIN END $$")
            .body();

    assertThat(body.statements()).hasSize(2);
    assertThat(((Query) body.statements().get(1).command()).calls())
        .containsExactly(new Call("f", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a, b INTO STRICT r.x, n[1] FROM t",
        "SELECT a FROM t INTO n",
        "SELECT INTO n a FROM t",
        "WITH x AS (SELECT 1) SELECT a INTO n FROM t"
      })
  void intoFillsVariablesAndMakesNoTable(String select) {
    assertThat(commands(select + ";"))
        .singleElement()
        .asInstanceOf(type(Query.class))
        .satisfies(query -> assertThat(query.reads()).containsExactly(RelationName.of("t")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1) RETURNING id INTO n",
        "UPDATE t SET a = 1 RETURNING a INTO STRICT n",
        "DELETE FROM t RETURNING * INTO n"
      })
  void writesMayReturnIntoVariables(String write) {
    assertThat(commands(write + ";"))
        .singleElement()
        .asInstanceOf(type(Write.class))
        .satisfies(command -> assertThat(command.table()).isEqualTo(RelationName.of("t")));
  }

  @Test
  void definitionsSettingsAndTransactionsInsideAreRead() {
    List<Command> found =
        commands(
            """
            CREATE TABLE x (a int);
            SET LOCAL lock_timeout = '2s';
            PERFORM set_config('search_path', '', true);
            COMMIT;
            CALL p(1);
            """);

    assertThat(found)
        .satisfiesExactly(
            table -> assertThat(table).isInstanceOf(CreateTable.class),
            set ->
                assertThat(set)
                    .isEqualTo(new SetParameter("lock_timeout", Optional.of("2s"), true)),
            set ->
                assertThat(set).isEqualTo(new SetParameter("search_path", Optional.of(""), true)),
            commit ->
                assertThat(commit)
                    .isEqualTo(new TransactionControl(TransactionControl.Action.COMMIT)),
            call ->
                assertThat(call)
                    .asInstanceOf(type(Query.class))
                    .satisfies(query -> assertThat(query.calls()).contains(new Call("p", 1))));
  }

  @Test
  void commandsMadeAtRunTimeAreDynamic() {
    String sql =
        "DO $$ BEGIN EXECUTE format('DROP TABLE %I', t); EXECUTE 'DROP TABLE ' || t USING 1;"
            + " FOR r IN EXECUTE q LOOP NULL; END LOOP; RETURN QUERY EXECUTE q; END $$";
    RoutineBody body = Read.as(DoBlock.class, sql).body();

    assertThat(body.dynamic()).hasSize(4).allMatch(at -> word(sql, at).equals("EXECUTE"));
    assertThat(body.statements())
        .extracting(BodyStatement::command)
        .allMatch(command -> command instanceof Query);
  }

  @Test
  void executedLiteralsAreRead() {
    String sql =
        "DO $$ BEGIN EXECUTE 'INSERT INTO t VALUES (''x''); DELETE FROM u';"
            + " EXECUTE 'CREATE TABLE v' || E' (a\\tint)' INTO n; EXECUTE 'nonsense'; END $$";
    RoutineBody body = Read.as(DoBlock.class, sql).body();

    assertThat(body.statements())
        .extracting(statement -> word(sql, statement.at()))
        .containsExactly("INSERT", "DELETE", "CREATE");
    assertThat(body.dynamic()).containsExactly(sql.indexOf("EXECUTE 'nonsense'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO $$ BEGIN NULL; DELETE FROM t WHERE a = 'x'; END $$",
        "DO $x$ BEGIN EXECUTE $$DELETE FROM t$$; END $x$",
        "DO 'BEGIN PERFORM ''a''; DELETE FROM t WHERE a = ''x''; END'",
        "DO LANGUAGE plpgsql E'BEGIN\\n  PERFORM \\'a\\', \\u0041, ''b'';\\n DELETE FROM t; END'",
        "DO 'BEGIN EXECUTE ''DELETE FROM t WHERE a = ''''x''''''; END' LANGUAGE 'plpgsql'",
        "DO $a$ BEGIN DO $b$ BEGIN DELETE FROM t; END $b$; END $a$",
        "DO $a$ BEGIN DO 'BEGIN EXECUTE ''DELETE FROM t''; END'; END $a$",
        "DO /* 😀 */ $ä$ BEGIN /* 😀 ü */ PERFORM '😀'; DELETE FROM t; END $ä$",
        "DO 'BEGIN '\n  'PERFORM 1; DELETE FROM t; END'"
      })
  void placesAreThoseOfTheWholeStatement(String sql) {
    BodyStatement last = last(Read.as(DoBlock.class, sql).body());

    assertThat(last.command()).isInstanceOf(Write.class);
    assertThat(last.at()).isEqualTo(sql.indexOf("DELETE"));
  }

  private static BodyStatement last(RoutineBody body) {
    assertThat(body.notUnderstood()).isEmpty();
    BodyStatement last = body.statements().get(body.statements().size() - 1);
    return last.command() instanceof DoBlock inner ? last(inner.body()) : last;
  }

  @Test
  void anExpressionInABodyKnowsItsPlaceInTheStatement() {
    String sql = "DO 'BEGIN PERFORM ''''; UPDATE t SET a = ''x'' WHERE b IS NOT NULL; END'";
    Write write = (Write) last(Read.as(DoBlock.class, sql).body()).command();

    assertThat(write.where().orElseThrow().at()).isEqualTo(sql.indexOf("b IS"));
    assertThat(write.assignments().get("a").text()).isEqualTo("'x'");
  }

  @Test
  void otherLanguagesAreNotUnderstood() {
    String sql = "CREATE FUNCTION f() RETURNS int LANGUAGE plperl AS 'return 1'";
    RoutineBody body = Read.as(CreateRoutine.class, sql).body();

    assertThat(body.text()).isEqualTo("return 1");
    assertThat(body.at()).isEqualTo(sql.indexOf("return"));
    assertThat(body.notUnderstood().orElseThrow().message())
        .isEqualTo("liftlock does not read the language plperl");
  }

  @Test
  void aBodyThatTheGrammarRefusesSaysWhere() {
    String sql = "DO 'BEGIN PERFORM ''a''; DELETE FORM t; END'";
    RoutineBody body = Read.as(DoBlock.class, sql).body();

    assertThat(body.statements()).isEmpty();
    assertThat(body.notUnderstood().orElseThrow().at()).isEqualTo(sql.indexOf("FORM t"));
  }
}
