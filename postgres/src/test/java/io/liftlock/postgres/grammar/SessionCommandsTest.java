package io.liftlock.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.SetParameter;
import io.liftlock.core.syntax.TransactionControl;
import io.liftlock.core.syntax.TransactionControl.Action;
import io.liftlock.core.syntax.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCommandsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SET lock_timeout = '2s'|lock_timeout|2s|false",
        "SET LOCAL Lock_Timeout TO 500|lock_timeout|500|true",
        "SET SESSION statement_timeout = '1min'|statement_timeout|1min|false",
        "SET search_path TO app, \"Other\", public|search_path|app, Other, public|false",
        "SET app.tenant = 'x'|app.tenant|x|false",
        "SET statement_timeout = DEFAULT|statement_timeout||false",
        "RESET statement_timeout|statement_timeout||false",
        "RESET ALL|all||false",
        "SET ROLE app_owner|role|app_owner|false",
        "SET SESSION AUTHORIZATION 'bob'|session authorization|bob|false",
        "RESET SESSION AUTHORIZATION|session authorization||false",
        "SET TIME ZONE 'UTC'|timezone|UTC|false",
        "SET LOCAL TIME ZONE DEFAULT|timezone||true",
        "SET CONSTRAINTS ALL DEFERRED|constraints|deferred|true",
        "SET CONSTRAINTS a, b IMMEDIATE|constraints|immediate|true",
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE|transaction|ISOLATION LEVEL"
            + " SERIALIZABLE|true",
        "SELECT set_config('lock_timeout', '5s', true)|lock_timeout|5s|true",
        "SELECT pg_catalog.set_config('search_path', '', false)|search_path|``|false"
      })
  void settingsAreRead(String sql, String name, String value, boolean local) {
    assertThat(Read.command(sql))
        .isEqualTo(new SetParameter(name, Optional.ofNullable(value), local));
  }

  @Test
  void setConfigAmongOtherThingsIsAQuery() {
    assertThat(Read.as(Query.class, "SELECT set_config('a.b', c, true) FROM t").calls())
        .containsExactly(new Call("set_config", 3));
  }

  @ParameterizedTest
  @CsvSource({
    "BEGIN,BEGIN",
    "BEGIN READ ONLY,BEGIN",
    "START TRANSACTION,BEGIN",
    "COMMIT,COMMIT",
    "END WORK,COMMIT",
    "COMMIT AND CHAIN,COMMIT",
    "ROLLBACK,ROLLBACK",
    "ABORT,ROLLBACK",
    "SAVEPOINT a,SAVEPOINT",
    "RELEASE a,RELEASE",
    "RELEASE SAVEPOINT a,RELEASE",
    "ROLLBACK TO SAVEPOINT a,ROLLBACK_TO",
    "ROLLBACK TO a,ROLLBACK_TO",
    "PREPARE TRANSACTION 'x',PREPARE",
    "COMMIT PREPARED 'x',OTHER",
    "ROLLBACK PREPARED 'x',OTHER"
  })
  void transactionsAreControlled(String sql, Action action) {
    assertThat(Read.command(sql)).isEqualTo(new TransactionControl(action));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LISTEN a|listen",
        "NOTIFY a, 'b'|notify",
        "UNLISTEN *|unlisten",
        "DISCARD ALL|discard all",
        "DISCARD PLANS|discard plans",
        "CHECKPOINT|checkpoint",
        "DEALLOCATE ALL|deallocate all",
        "SHOW ALL|show all",
        "EXECUTE p (1)|execute",
        "FETCH NEXT FROM c|fetch next from",
        "CLOSE c|close",
        "LOAD 'x'|load"
      })
  void theRestIsKnownByItsWords(String sql, String words) {
    assertThat(Read.command(sql)).isEqualTo(new OtherCommand(words, List.of()));
  }

  @Test
  void explainRunsWhatItAnalyses() {
    assertThat(Read.command("EXPLAIN DELETE FROM t USING u"))
        .isEqualTo(
            new OtherCommand("explain", List.of(RelationName.of("t"), RelationName.of("u"))));
    assertThat(Read.command("EXPLAIN (ANALYZE, BUFFERS) DELETE FROM t")).isInstanceOf(Write.class);
    assertThat(Read.command("EXPLAIN ANALYZE SELECT 1")).isInstanceOf(Query.class);
    assertThat(Read.command("EXPLAIN (ANALYZE false) DELETE FROM t"))
        .isInstanceOf(OtherCommand.class);
  }

  @Test
  void preparedStatementsNameTheirRelations() {
    assertThat(Read.command("PREPARE p (int) AS UPDATE t SET a = $1"))
        .isEqualTo(new OtherCommand("prepare", List.of(RelationName.of("t"))));
  }

  @Test
  void aCalledProcedureIsACall() {
    assertThat(Read.as(Query.class, "CALL app.move(1, (SELECT 2 FROM t))"))
        .satisfies(
            call -> {
              assertThat(call.calls()).containsExactly(new Call("app.move", 2));
              assertThat(call.reads()).containsExactly(RelationName.of("t"));
            });
  }
}
