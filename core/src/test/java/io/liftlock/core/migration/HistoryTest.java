package io.liftlock.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.Checksum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Checksum FIRST = Checksum.parse("t1:" + "a".repeat(64));
  private static final Checksum SECOND = Checksum.parse("t1:" + "b".repeat(64));

  private final List<HistoryEntry> entries = new ArrayList<>();
  private int batch;

  private History history() {
    return History.of(entries);
  }

  private HistoryTest add(String id, Direction direction, EntryState state) {
    return add(id, direction, state, FIRST, history().tip());
  }

  private HistoryTest add(
      String id, Direction direction, EntryState state, Checksum checksum, String previous) {
    entries.add(
        new HistoryEntry(
            id,
            "name",
            Instant.EPOCH,
            checksum,
            previous,
            direction,
            state,
            0,
            0,
            "somebody",
            "test",
            null,
            null,
            "batch-" + ++batch));
    return this;
  }

  private HistoryTest done(String id, Direction direction) {
    return add(id, direction, EntryState.DONE);
  }

  private List<String> applied() {
    return history().applied().keySet().stream().map(MigrationId::toString).toList();
  }

  private List<String> attempt() {
    return history().attempt().stream().map(HistoryEntry::batch).toList();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(History.EMPTY.tip()).isEqualTo(History.GENESIS);
    assertThat(History.EMPTY.applied()).isEmpty();
    assertThat(History.EMPTY.stopped()).isEmpty();
    assertThat(History.EMPTY.firstBroken()).isEmpty();
  }

  @Test
  void followsWhatWasDone() {
    done("001", Direction.UP).done("002", Direction.STAMP).done("003", Direction.ADOPT);
    assertThat(applied()).containsExactly("001", "002", "003");
    done("002", Direction.DOWN).done("002", Direction.UP);
    assertThat(applied()).containsExactly("001", "003", "002");
    // What runs again counts as the newest.
    done("001", Direction.UP);
    assertThat(applied()).containsExactly("003", "002", "001");
    assertThat(history().firstBroken()).isEmpty();
  }

  @Test
  void takesARepairsChecksumAndKeepsWhoApplied() {
    done("001", Direction.UP);
    add("001", Direction.REPAIR, EntryState.DONE, SECOND, history().tip());
    History.Applied applied = history().applied().get(MigrationId.parse("001"));
    assertThat(applied.checksum()).isEqualTo(SECOND);
    assertThat(applied.entry().checksum()).isEqualTo(FIRST);
    add("002", Direction.REPAIR, EntryState.DONE, SECOND, history().tip());
    assertThat(applied()).containsExactly("001");
  }

  @Test
  void seesRowsThatWereRemovedAlteredOrSwapped() {
    done("001", Direction.UP).done("002", Direction.UP).done("003", Direction.UP);
    HistoryEntry third = entries.get(2);
    entries.remove(1);
    assertThat(history().firstBroken()).contains(third);
    entries.remove(0);
    assertThat(history().firstBroken()).contains(third);
  }

  @Test
  void beginsTheChainAnewWhereARowWasWrittenByHand() {
    done("001", Direction.UP);
    add("002", Direction.UP, EntryState.DONE, FIRST, History.BY_HAND + "x");
    done("003", Direction.UP);
    assertThat(history().firstBroken()).isEmpty();
    add("004", Direction.UP, EntryState.DONE, FIRST, entries.get(0).hash());
    assertThat(history().firstBroken()).contains(entries.get(3));
  }

  @Test
  void holdsWhatIsHalfWayUntilItIsDone() {
    add("001", Direction.UP, EntryState.STARTED);
    assertThat(history().stopped()).contains(entries.get(0));
    assertThat(applied()).isEmpty();
    add("001", Direction.UP, EntryState.FAILED).add("001", Direction.UP, EntryState.STARTED);
    assertThat(history().stopped()).contains(entries.get(2));
    assertThat(attempt()).containsExactly("batch-1", "batch-2", "batch-3");
    done("001", Direction.UP);
    assertThat(history().stopped()).isEmpty();
    assertThat(attempt()).isEmpty();
    add("001", Direction.DOWN, EntryState.STARTED);
    assertThat(attempt()).containsExactly("batch-5");
    assertThat(applied()).containsExactly("001");
    done("001", Direction.DOWN).add("001", Direction.UP, EntryState.STARTED);
    // The rows of the first round do not belong to the second.
    assertThat(attempt()).containsExactly("batch-7");
  }

  @Test
  void holdsItThroughWhatHappensToOthersAndThroughARepair() {
    add("001", Direction.UP, EntryState.STARTED)
        .done("002", Direction.UP)
        .done("001", Direction.REPAIR);
    assertThat(attempt()).containsExactly("batch-1");
    done("001", Direction.STAMP);
    assertThat(history().stopped()).isEmpty();
    add("001", Direction.DOWN, EntryState.STARTED).add("003", Direction.UP, EntryState.STARTED);
    assertThat(attempt()).containsExactly("batch-6");
  }
}
