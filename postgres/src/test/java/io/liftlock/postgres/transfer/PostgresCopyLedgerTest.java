package io.liftlock.postgres.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresCopyLedgerTest {

  private static final ObjectId USERS =
      ObjectId.of(ObjectKind.TABLE, "public", "odd \"name\". with.dots");
  private static final Range RANGE =
      new Range.Keys(
          List.of("id", "a \"b\""), Key.of("5", "it's \\ {a,b} \"q\" NULL"), Key.of("9", ""));

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();
  private final Database database = Loading.open(scratch.url());
  private final CopyLedger ledger = database.rowTarget().ledger();

  @AfterEach
  void close() {
    database.close();
  }

  private static ErrorCode codeOf(Throwable e) {
    return ((LiftlockException) e).code();
  }

  @Test
  void whatIsKeptComesBackAsItWas() {
    assertThat(ledger.unfinished()).isEmpty();
    assertThat(scratch.value("SELECT to_regnamespace('liftlock')")).isNull();
    List<ChunkRecord> chunks =
        List.of(
            Loading.planned(USERS, 0, RANGE),
            Loading.planned(USERS, 1, new Range.Keys(List.of("id"), null, null)),
            Loading.planned(USERS, 2, new Range.Pages(0, 100L)),
            Loading.planned(USERS, 3, new Range.Pages(100, null)),
            Loading.planned(USERS, 4, new Range.All()),
            new ChunkRecord(
                ObjectId.of(ObjectKind.TABLE, "plain"),
                Loading.table("t"),
                0,
                new Range.All(),
                Long.MAX_VALUE,
                null));
    ledger.begin(Loading.run("c1"), chunks);
    SnapshotRecord snapshot =
        new SnapshotRecord(
            1,
            "1629:1638:1629",
            Loading.NOW,
            new Consistency(Consistency.Degree.SINGLE, "it's a pooler"));
    ledger.snapshot("c1", snapshot);
    ledger.snapshot("c1", snapshot);
    scratch.execute("CREATE TABLE t (a int); CREATE INDEX t_a ON t (a)");
    Suspension index =
        new Suspension(
            Suspension.Kind.INDEX,
            Loading.table("t"),
            "t_a",
            List.of("DROP INDEX public.t_a"),
            List.of("CREATE INDEX t_a ON public.t (a)", "COMMENT ON INDEX public.t_a IS 'it''s'"),
            List.of(USERS));
    assertThat(ledger.suspend("c1", List.of(index)))
        .containsExactly(new SuspensionRecord(0, index, 0));
    assertThat(scratch.value("SELECT to_regclass('t_a')")).isNull();

    CopyState state = ledger.unfinished().orElseThrow();
    assertThat(state.run()).isEqualTo(Loading.run("c1"));
    assertThat(state.snapshots()).containsExactly(snapshot);
    assertThat(state.chunks()).containsExactlyInAnyOrderElementsOf(chunks);
    assertThat(state.suspensions()).containsExactly(new SuspensionRecord(0, index, 0));
    assertThat(ledger.last()).isEmpty();
  }

  @Test
  void whatIsAwayIsNotTakenAwayAgain() {
    ledger.begin(Loading.run("c1"), List.of());
    scratch.execute("CREATE TABLE t (a int); CREATE INDEX t_a ON t (a)");
    Suspension index =
        new Suspension(
            Suspension.Kind.INDEX,
            Loading.table("t"),
            "t_a",
            List.of("DROP INDEX public.t_a"),
            List.of("CREATE INDEX t_a ON public.t (a)"),
            List.of());
    List<SuspensionRecord> first = ledger.suspend("c1", List.of(index));
    assertThat(ledger.suspend("c1", List.of(index))).isEqualTo(first);
    try (TableWriter writer = database.rowTarget().writer()) {
      writer.restore("c1", first.get(0), 64L << 20);
      assertThat(scratch.value("SELECT to_regclass('t_a')")).isEqualTo("t_a");
      writer.restore("c1", first.get(0), 0);
    }
    assertThat(ledger.unfinished().orElseThrow().suspensions().get(0).isRestored()).isTrue();
    // And away once more, as another thing than the one that is back.
    assertThat(ledger.suspend("c1", List.of(index)))
        .containsExactly(new SuspensionRecord(1, index, 0));
  }

  @Test
  void aRemovalThatFailsLeavesNoNote() {
    ledger.begin(Loading.run("c1"), List.of());
    scratch.execute("CREATE TABLE t (a int); CREATE INDEX t_a ON t (a)");
    Suspension good =
        new Suspension(
            Suspension.Kind.INDEX,
            Loading.table("t"),
            "t_a",
            List.of("DROP INDEX public.t_a"),
            List.of("CREATE INDEX t_a ON public.t (a)"),
            List.of());
    Suspension bad =
        new Suspension(
            Suspension.Kind.INDEX,
            Loading.table("t"),
            "t_b",
            List.of("DROP INDEX public.t_b"),
            List.of("CREATE INDEX t_b ON public.t (a)"),
            List.of());
    assertThatThrownBy(() -> ledger.suspend("c1", List.of(good, bad)))
        .hasMessageContaining("cannot be taken away")
        .hasMessageContaining("t_b");
    assertThat(ledger.unfinished().orElseThrow().suspensions()).isEmpty();
    assertThat(scratch.value("SELECT to_regclass('t_a')")).isEqualTo("t_a");
  }

  @Test
  void oneCopyAtATimeAndTheLastOneIsRemembered() {
    ledger.begin(Loading.run("c1"), List.of());
    assertThatThrownBy(() -> ledger.begin(Loading.run("c2"), List.of()))
        .satisfies(e -> assertThat(codeOf(e)).isEqualTo(ErrorCode.COPY_RUNNING));
    ledger.state("c1", CopyRun.State.DONE);
    assertThat(ledger.unfinished()).isEmpty();
    assertThat(ledger.last().orElseThrow().run())
        .isEqualTo(Loading.run("c1").in(CopyRun.State.DONE));
    ledger.begin(Loading.run("c2"), List.of());
    ledger.state("c2", CopyRun.State.ABANDONED);
    assertThat(ledger.unfinished()).isEmpty();
    assertThat(ledger.last().orElseThrow().run().id()).isEqualTo("c1");
  }

  @Test
  void nothingIsCalledDoneThatIsNot() {
    ChunkRecord chunk = Loading.planned(USERS, 0, new Range.All());
    ledger.begin(Loading.run("c1"), List.of(chunk));
    assertThatThrownBy(() -> ledger.state("c1", CopyRun.State.DONE))
        .isInstanceOf(StateError.class)
        .hasMessageContaining("1 chunks are not copied");
    assertThat(ledger.unfinished()).isPresent();
    assertThatThrownBy(() -> ledger.confirm("c1", chunk))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void plannedChunksGiveWayToOthers() {
    ObjectId other = Loading.table("other");
    ChunkRecord kept = Loading.planned(other, 0, new Range.All());
    ledger.begin(
        Loading.run("c1"),
        List.of(
            Loading.planned(USERS, 0, new Range.All()), Loading.planned(USERS, 1, RANGE), kept));
    List<ChunkRecord> next =
        IntStream.range(0, 1200)
            .mapToObj(i -> Loading.planned(USERS, i, new Range.Pages(i, (long) i + 1)))
            .toList();
    ledger.plan("c1", next);
    List<ChunkRecord> chunks = ledger.unfinished().orElseThrow().chunks();
    assertThat(chunks).hasSize(1201).contains(kept).containsAll(next);
    scratch.execute(
        "UPDATE liftlock.copy_chunk SET hash = 'ff', rows = 0, bytes = 0, snapshot = 1,"
            + " copied_at = now() WHERE ordinal = 7");
    assertThatThrownBy(() -> ledger.plan("c1", next)).hasMessageContaining("cannot be planned");
  }

  @Test
  void itLivesBesideTheHistoryWhicheverIsMadeFirst() {
    ledger.begin(Loading.run("c1"), List.of());
    assertThat(database.history().read().entries()).isEmpty();
    database.history().prepare();
    assertThat(ledger.unfinished()).isPresent();
    ScratchDatabase other = ScratchServer.get().freshDatabase();
    try (Database historyFirst = Loading.open(other.url())) {
      historyFirst.history().prepare();
      CopyLedger second = historyFirst.rowTarget().ledger();
      assertThat(second.unfinished()).isEmpty();
      second.begin(Loading.run("c1"), List.of());
      assertThat(second.unfinished()).isPresent();
      assertThat(historyFirst.history().read().entries()).isEmpty();
      other.execute("UPDATE liftlock.meta SET value = '99' WHERE key = 'copy_form'");
      assertThatThrownBy(second::unfinished).hasMessageContaining("newer liftlock");
    }
  }

  @Test
  void onlyOneProcessHoldsTheRightToCopy() {
    try (CopyLedger.Lock lock = ledger.lock();
        Database other = Loading.open(scratch.url(), 4712)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> other.rowTarget().ledger().lock())
          .satisfies(e -> assertThat(codeOf(e)).isEqualTo(ErrorCode.COPY_RUNNING))
          .hasMessageContaining("deploy@ci-7#4711");
      lock.close();
      other.rowTarget().ledger().lock().close();
    }
    database.close();
    try (Database other = Loading.open(scratch.url())) {
      other.rowTarget().ledger().lock().close();
    }
  }
}
