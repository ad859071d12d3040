package io.liftlock.core.plan;

import static io.liftlock.core.plan.Execution.AS_WRITTEN;
import static io.liftlock.core.plan.Execution.ONE_TRANSACTION;
import static io.liftlock.core.plan.Execution.SEGMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How scripts run as a whole, and what becomes of each of their statements. */
class ExecutionChoiceTest {

  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(9), Duration.ZERO);

  private static Script postgres(String sql) {
    return new ScriptReader().read("a.sql", sql, Dialect.POSTGRES);
  }

  private static Script sqlite(String sql) {
    return new ScriptReader().read("a.sql", sql, Dialect.SQLITE);
  }

  private static Execution choose(Script script) {
    return ExecutionChoice.of(script, true).execution();
  }

  /** {@code ordinal PLACEMENT} of every step. */
  private static List<String> steps(Script script, Execution execution) {
    List<String> steps = new ArrayList<>();
    for (Step step : Steps.of(script, execution, TIMEOUTS)) {
      steps.add(step.ordinal() + " " + step.placement());
    }
    return steps;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SELECT 1; SELECT 2",
        "BEGIN; SELECT 1; COMMIT",
        "begin transaction; SELECT 1; END",
        "START TRANSACTION; COMMIT WORK",
        "CALL p()"
      })
  void isOneTransaction(String sql) {
    assertThat(choose(postgres(sql))).isEqualTo(ONE_TRANSACTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN; SELECT 1",
        "BEGIN; SELECT 1; ROLLBACK",
        "BEGIN; SELECT 1; COMMIT; SELECT 2",
        "SELECT 1; BEGIN; SELECT 1; COMMIT",
        "BEGIN; COMMIT; BEGIN; COMMIT",
        "BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT 1; COMMIT",
        "BEGIN; SELECT 1; COMMIT AND CHAIN",
        "BEGIN; COMMIT; CREATE INDEX CONCURRENTLY i ON t (a)"
      })
  void isAsWritten(String sql) {
    assertThat(choose(postgres(sql))).isEqualTo(AS_WRITTEN);
  }

  @Test
  void isInSegmentsWhereAStatementOrItsAuthorWantsIt() {
    assertThat(choose(postgres("SELECT 1; CREATE INDEX CONCURRENTLY i ON t (a)")))
        .isEqualTo(SEGMENTS);
    assertThat(ExecutionChoice.of(postgres("SELECT 1"), false).execution()).isEqualTo(SEGMENTS);
    assertThat(ExecutionChoice.of(postgres("BEGIN; SELECT 1; COMMIT"), false).execution())
        .isEqualTo(AS_WRITTEN);
    assertThat(choose(sqlite("SELECT 1; VACUUM"))).isEqualTo(SEGMENTS);
  }

  @Test
  void takesForeignKeysAroundTheTransaction() {
    assertThat(
            choose(
                sqlite(
                    "PRAGMA foreign_keys = OFF; BEGIN; DROP TABLE t; COMMIT;"
                        + " PRAGMA foreign_keys = ON")))
        .isEqualTo(ONE_TRANSACTION);
    assertThat(choose(sqlite("PRAGMA foreign_keys = OFF; DROP TABLE t")))
        .isEqualTo(ONE_TRANSACTION);
  }

  @Test
  void namesTheFirstObstacleAndTheFirstChain() {
    ExecutionChoice choice =
        ExecutionChoice.of(
            postgres("SELECT 1;\nBEGIN;\nCOMMIT AND CHAIN;\nCOMMIT;\nVACUUM;"), true);
    assertThat(choice.obstacle().orElseThrow().statement().span().place().line()).isEqualTo(2);
    assertThat(choice.chain().orElseThrow().span().place().line()).isEqualTo(3);
    choice = ExecutionChoice.of(postgres("SELECT 1;\nVACUUM;"), true);
    assertThat(choice.obstacle().orElseThrow().reason()).contains("VACUUM");
    assertThat(choice.chain()).isEmpty();
    assertThat(ExecutionChoice.of(postgres("SAVEPOINT a; ROLLBACK TO a"), true).obstacle())
        .isPresent();
  }

  @Test
  void leavesOutBeginAndCommitAroundAWholeScript() {
    assertThat(steps(postgres("BEGIN; SELECT 1; SELECT 2; COMMIT"), ONE_TRANSACTION))
        .containsExactly("2 INSIDE", "3 INSIDE");
  }

  @Test
  void placesEachStatement() {
    assertThat(
            steps(
                postgres(
                    "SELECT 1; BEGIN; SELECT 2; SAVEPOINT a; ROLLBACK TO a; COMMIT; VACUUM;"
                        + " BEGIN; ROLLBACK; BEGIN; PREPARE TRANSACTION 'x'; CALL p()"),
                AS_WRITTEN))
        .containsExactly(
            "1 INSIDE",
            "2 BEGIN",
            "3 INSIDE",
            "4 INSIDE",
            "5 INSIDE",
            "6 COMMIT",
            "7 OUTSIDE",
            "8 BEGIN",
            "9 ROLLBACK",
            "10 BEGIN",
            "11 COMMIT",
            "12 INSIDE");
  }

  @Test
  void limitsNoConcurrentBuild() {
    List<Step> steps = new ArrayList<>();
    Script script = postgres("SELECT 1; CREATE INDEX CONCURRENTLY i ON t (a); VACUUM");
    Steps.of(script, SEGMENTS, TIMEOUTS).forEach(steps::add);
    assertThat(steps.get(0).timeouts()).isEqualTo(TIMEOUTS);
    assertThat(steps.get(1).timeouts()).isEqualTo(TIMEOUTS.unhurried());
    assertThat(steps.get(2).timeouts()).isEqualTo(TIMEOUTS);
  }
}
