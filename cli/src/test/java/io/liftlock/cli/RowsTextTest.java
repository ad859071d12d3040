package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.report.TableComparison.State;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.HashKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands against calling two databases equal. */
class RowsTextTest {

  private static TableComparison table(int number, State state, @Nullable Problem problem) {
    ObjectId id = ObjectId.of(ObjectKind.TABLE, "public", "t" + number);
    return new TableComparison(id, id, 1, 1, state, List.of(), false, problem, 0);
  }

  private static List<Problem> problems(List<TableComparison> tables, Map<ObjectId, Problem> left) {
    RowComparison.Reading reading = new RowComparison.Reading(Instant.EPOCH, "", Consistency.FULL);
    return RowsText.problems(
        new RowComparison(tables, left, HashKind.TEXT, 1, reading, reading), "a", "b");
  }

  @Test
  void nothingStandsAgainstEqualTables() {
    assertThat(problems(List.of(table(1, State.EQUAL, null)), Map.of())).isEmpty();
  }

  @Test
  void manyTablesThatDifferAreOneProblemAndNotAllAreNamed() {
    List<Problem> problems =
        problems(
            IntStream.range(0, 8).mapToObj(i -> table(i, State.DIFFERENT, null)).toList(),
            Map.of());
    assertThat(problems).extracting(Problem::code).containsExactly(ErrorCode.ROWS_DIFFER);
    assertThat(problems.get(0).message())
        .isEqualTo(
            "a and b differ in 8 of 8 tables: public.t0, public.t1, public.t2, public.t3,"
                + " public.t4 and 3 more");
  }

  @Test
  void whatIsUnknownNotComparedOrSampledIsAnErrorEvenWhereItWasAWarning() {
    Problem hidden = Problem.warning(ErrorCode.ROWS_HIDDEN, "rows are hidden");
    Problem alone = Problem.warning(ErrorCode.TABLE_NOT_COMPARED, "only A has it");
    List<Problem> problems =
        problems(
            List.of(table(1, State.UNKNOWN, hidden), table(2, State.SAMPLED, null)),
            Map.of(ObjectId.of(ObjectKind.TABLE, "public", "x"), alone));
    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(
            ErrorCode.ROWS_HIDDEN, ErrorCode.TABLE_NOT_COMPARED, ErrorCode.TABLE_NOT_COMPARED);
    assertThat(problems).allMatch(Problem::isError);
    assertThat(problems.get(2).message())
        .isEqualTo("only a sample of 1 table was looked at, in which nothing differs: public.t2");
  }
}
