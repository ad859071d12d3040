package io.liftlock.runtime.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Chunk;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Tally;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of a log while rows are copied and compared. */
class TransferNarratorTest {

  private static final ObjectId TRADES = ObjectId.of(ObjectKind.TABLE, "public", "trades");

  private static String said(Event event) {
    return event.match(new Narrator());
  }

  @Test
  void readPointsAreNamedWithWhatTheyAreWorth() {
    Instant at = Instant.parse("2026-11-20T17:30:00Z");
    assertThat(
            said(
                new TransferEvent.SnapshotTaken(
                    "main", new SnapshotRecord(1, "7:7:", at, Consistency.FULL))))
        .isEqualTo(
            "read point 1 (7:7:), taken at 2026-11-20T17:30:00Z: every reader sees one instant");
    assertThat(
            said(
                new TransferEvent.SnapshotTaken(
                    "main",
                    new SnapshotRecord(
                        2, "", at, new Consistency(Consistency.Degree.NONE, "of a pooler")))))
        .endsWith("each statement sees an instant of its own, because of a pooler");
  }

  @Test
  void phasesAreInBytesOrThings() {
    assertThat(said(new TransferEvent.PhaseStarted("main", "rows", 3L << 29)))
        .isEqualTo("rows: begins, about 1.50 GB");
    assertThat(said(new TransferEvent.PhaseStarted("main", "indexes", 12)))
        .isEqualTo("indexes: begins, 12 to do");
    assertThat(said(new TransferEvent.PhaseStarted("main", "keys", 0))).isEqualTo("keys: begins");
    assertThat(said(new TransferEvent.PhaseFinished("main", "rows", 12_340)))
        .isEqualTo("rows: done in 12.34 s");
  }

  @Test
  void neitherKeysNorValuesAreTold() {
    Range keys = new Range.Keys(List.of("id"), Key.of("secret1"), null);
    assertThat(
            said(
                new TransferEvent.ChunkCopied(
                    "main", new Chunk(TRADES, 2, keys, 99), new Tally(1, 2048))))
        .isEqualTo("part 3 of public.trades is in the target: 1 row, 2.00 kB");
    TableComparison different =
        new TableComparison(
            TRADES,
            TRADES,
            1000,
            999,
            TableComparison.State.DIFFERENT,
            List.of(
                new RowDifference(
                    Key.of("secret2"), RowDifference.Kind.VALUE, "c", "secret3", "secret4", 1)),
            false,
            null,
            10);
    assertThat(said(new TransferEvent.TableCompared("main", different)))
        .isEqualTo("public.trades compared in 0.01 s: different, 1,000 rows in A, 999 rows in B");
  }

  @Test
  void howWorkGoesOnIsNoLine() {
    assertThat(said(new TransferEvent.Progressed("main", "rows", TRADES, Tally.NONE, 5))).isEmpty();
  }

  @Test
  void whatWasNotComparedIsToldWithItsReason() {
    TableComparison unknown =
        new TableComparison(
            TRADES,
            TRADES,
            -1,
            -1,
            TableComparison.State.UNKNOWN,
            List.of(),
            false,
            Problem.error(ErrorCode.ROWS_HIDDEN, "rows are hidden"),
            0);
    assertThat(said(new TransferEvent.TableCompared("main", unknown)))
        .isEqualTo("public.trades compared in 0.00 s: unknown; rows are hidden");
  }

  @Test
  void troubleIsTold() {
    assertThat(
            said(
                new TransferEvent.ConnectionRenewed(
                    "main", Problem.error(ErrorCode.CONNECTION_LOST, "it broke"), 2)))
        .isEqualTo("the connection broke, and there is another one (try 2): it broke");
    assertThat(said(new TransferEvent.SlowedDown("main", 350, 1 << 20)))
        .isEqualTo("the source answers in 350 ms, so at most 1.00 MB/s are read from now on");
  }
}
