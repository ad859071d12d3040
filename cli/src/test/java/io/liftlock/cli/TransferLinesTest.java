package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Tally;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Progress of copies, drawn at chosen instants. */
class TransferLinesTest {

  private static final long MB = 1L << 20;
  private static final ObjectId TRADES = ObjectId.of(ObjectKind.TABLE, "public", "trades");
  private static final ObjectId USERS = ObjectId.of(ObjectKind.TABLE, "public", "users");

  private final AtomicLong now = new AtomicLong(50_000);
  private final TransferLines lines = new TransferLines(now::get);

  private void started(String phase, long units) {
    lines.started(new TransferEvent.PhaseStarted("main", phase, units));
  }

  private void progressed(String phase, ObjectId table, long rows, long bytes, long units) {
    lines.progressed(
        new TransferEvent.Progressed("main", phase, table, new Tally(rows, bytes), units));
  }

  @Test
  void nothingIsDrawnInTheFirstSecond() {
    started("rows", 100 * MB);
    now.addAndGet(900);
    progressed("rows", TRADES, 10, MB, MB);
    assertThat(lines.picture()).isEmpty();
  }

  @Test
  void theBarHasRateAndTimeLeftAndALineForEachTable() {
    started("rows", 100 * MB);
    now.addAndGet(2_000);
    progressed("rows", USERS, 1_200, 5 * MB, 5 * MB);
    progressed("rows", TRADES, 20_000, 20 * MB, 25 * MB);
    assertThat(lines.picture())
        .containsExactly(
            "rows     [#####---------------]  25%  25.0 MB of 100 MB  12.5 MB/s  0:06 left",
            "  public.trades                            20,000 rows  20.0 MB",
            "  public.users                             1,200 rows  5.00 MB");
    lines.ended(USERS);
    assertThat(lines.picture()).hasSize(2);
  }

  @Test
  void theRateIsThatOfTheLastSeconds() {
    started("rows", 1000 * MB);
    for (int i = 1; i <= 40; i++) {
      now.addAndGet(1_000);
      progressed("rows", TRADES, i, i * MB, i < 20 ? 10L * MB * i : 190 * MB + MB * (i - 19));
    }
    assertThat(lines.picture().get(0)).contains("1.00 MB/s");
  }

  @Test
  void anEstimateThatFellShortIsNotMoreThanAll() {
    started("rows", 10 * MB);
    now.addAndGet(2_000);
    progressed("rows", TRADES, 1, 20 * MB, 20 * MB);
    assertThat(lines.picture().get(0)).contains("[####################] 100%");
  }

  @Test
  void phasesThatOverlapStandBelowEachOther() {
    started("rows", 100 * MB);
    started("indexes", 4);
    now.addAndGet(4_000);
    progressed("rows", TRADES, 1, 50 * MB, 50 * MB);
    progressed("indexes", USERS, 0, 0, 1);
    assertThat(lines.picture().get(2))
        .isEqualTo("indexes  [#####---------------]  25%  1 of 4  0:12 left");
    lines.finished(new TransferEvent.PhaseFinished("main", "rows", 4_000));
    assertThat(lines.picture().get(0)).startsWith("indexes");
  }
}
