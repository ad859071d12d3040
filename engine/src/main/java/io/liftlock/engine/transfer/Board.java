package io.liftlock.engine.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.run.Timing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to do, handed out to workers one by one. Safe for use by several threads. */
final class Board {

  /** How often all of it is read again because the point that it was read at was lost. */
  private static final int ROUNDS = 3;

  private final Timing timing;
  private final int workers;
  private final Map<ObjectId, TableWork> bySource = new LinkedHashMap<>();
  private final Map<ObjectId, TableWork> byTarget = new LinkedHashMap<>();
  private final Mending mending = new Mending();
  private int readers;
  private int snapshot;
  private int rounds;
  private boolean gaveUp;
  private @Nullable Throwable failure;

  /**
   * @param workers how many there are
   */
  Board(
      List<TablePair> pairs,
      Collection<ChunkRecord> chunks,
      Collection<SuspensionRecord> suspended,
      int workers,
      Timing timing) {
    this.timing = timing;
    this.workers = workers;
    this.readers = workers;
    for (TablePair pair : pairs) {
      TableWork work =
          new TableWork(
              pair, chunks.stream().filter(chunk -> chunk.table().equals(pair.source())).toList());
      bySource.put(pair.source(), work);
      byTarget.put(pair.target(), work);
    }
    mending.refresh(suspended);
  }

  /** All tables, in the order of the plan. */
  List<TableWork> tables() {
    return List.copyOf(bySource.values());
  }

  // What is to be done -----------------------------------------------------------------------

  /**
   * The next thing to do; waits while there is none yet.
   *
   * @return empty where everything is done, or somebody failed
   */
  synchronized Optional<Task> take() throws InterruptedException {
    while (failure == null) {
      Optional<Task> task = next();
      if (task.isPresent()) {
        return task;
      }
      if (mending.active() == 0 && tables().stream().allMatch(table -> table.active() == 0)) {
        return Optional.empty();
      }
      wait();
    }
    return Optional.empty();
  }

  private Optional<Task> next() {
    boolean loaded = isLoaded();
    // One worker alone first brings the rows, so that the source is not held longer than it must.
    int builders = loaded ? workers : workers - 1;
    if (mending.active() < builders) {
      Optional<SuspensionRecord> away = mending.next(this::isLoaded, loaded);
      if (away.isPresent()) {
        mending.take(away.get());
        return Optional.of(new Task.OfSuspension(away.get()));
      }
    }
    return loaded ? Optional.empty() : nextRows();
  }

  /** Whether everything was copied and looked at. */
  synchronized boolean isLoaded() {
    return bySource.values().stream().allMatch(table -> table.isSettled(snapshot));
  }

  /** A partition is loaded with all others: which table its rows come with, nobody says. */
  private boolean isLoaded(ObjectId target) {
    TableWork table = byTarget.get(target);
    return table == null ? isLoaded() : table.isSettled(snapshot);
  }

  /** Of the table that has the most left for each who is at it. */
  private Optional<Task> nextRows() {
    int reading = bySource.values().stream().mapToInt(TableWork::active).sum();
    if (reading >= readers) {
      return Optional.empty();
    }
    TableWork best = null;
    TableWork.Slot first = null;
    double most = -1;
    boolean bestIsNew = false;
    for (TableWork table : bySource.values()) {
      if (table.wantsWhole()) {
        table.takeWhole();
        return Optional.of(new Task.OfTable(table));
      }
      TableWork.Slot slot = table.next(snapshot);
      if (slot != null) {
        boolean isNew = !slot.record().isDone();
        double left = (double) table.bytesLeft(snapshot) / (table.active() + 1);
        if ((isNew && !bestIsNew) || (isNew == bestIsNew && left > most)) {
          best = table;
          first = slot;
          most = left;
          bestIsNew = isNew;
        }
      }
    }
    if (best == null || first == null) {
      return Optional.empty();
    }
    best.take(first, timing.now());
    return Optional.of(new Task.OfChunk(best, first));
  }

  // What became of it ------------------------------------------------------------------------

  /**
   * A worker has ended its work on a chunk.
   *
   * @param record what the ledger knows of it; null: it failed
   * @return whether the table is loaded by that, for the first time
   */
  synchronized boolean giveBack(
      TableWork table, TableWork.Slot slot, @Nullable ChunkRecord record) {
    table.giveBack(slot, record, timing.now());
    notifyAll();
    return table.isSettled(snapshot) && table.tellEnd();
  }

  /** A worker has ended its work on a whole table. */
  synchronized void giveBack(TableWork table, boolean done) {
    table.giveBackWhole(done);
    notifyAll();
  }

  /** What is to be copied of a table, anew. */
  synchronized void plan(TableWork table, List<ChunkRecord> chunks) {
    table.plan(chunks);
  }

  /** What was read at an older point stays, although nobody knows whether it is the same. */
  synchronized void keepAsItIs(TableWork table, TableWork.Slot slot) {
    table.keepAsItIs(slot);
    gaveUp = true;
  }

  /** The same for a whole table. */
  synchronized void keepAsItIs(TableWork table) {
    table.keepAsItIs();
    gaveUp = true;
  }

  /** A worker has ended its work on what was suspended. */
  synchronized void giveBack(SuspensionRecord record) {
    mending.giveBack(record);
    notifyAll();
  }

  /** More was suspended. */
  synchronized void add(Collection<SuspensionRecord> suspended) {
    mending.refresh(suspended);
    notifyAll();
  }

  /** Takes over what the ledger knows. */
  synchronized void refresh(CopyState state) {
    for (TableWork table : bySource.values()) {
      table.refresh(
          state.chunks().stream()
              .filter(chunk -> chunk.table().equals(table.pair().source()))
              .toList());
    }
    mending.refresh(state.suspensions());
    notifyAll();
  }

  /** Somebody failed: everybody ends. */
  synchronized void fail(Throwable cause) {
    if (failure == null && !(cause instanceof Halted)) {
      failure = cause;
    }
    notifyAll();
  }

  /** The first failure. */
  synchronized Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Ends a worker where another one failed. */
  synchronized void goOn() {
    if (failure != null) {
      throw new Halted();
    }
  }

  // The point that is read at ----------------------------------------------------------------

  /**
   * Everything is read at that point from now on, and what was read at another one is looked at
   * again. Where points are lost again and again while nothing but that is left, it ends.
   *
   * @param most how many may read there at once
   */
  synchronized void readAt(int number, int most) {
    boolean again = bySource.values().stream().allMatch(TableWork::isCopied);
    snapshot = number;
    readers = Math.min(workers, most);
    bySource.values().forEach(table -> table.readAt(number));
    if (again && ++rounds > ROUNDS) {
      bySource.values().forEach(TableWork::keepAsItIs);
      gaveUp = true;
    }
    notifyAll();
  }

  /** Whether all rows are the source's as of the last point. */
  synchronized boolean isConsistent() {
    return !gaveUp && bySource.values().stream().allMatch(table -> table.isConsistent(snapshot));
  }

  /** How many of that kind are away. */
  synchronized List<SuspensionRecord> away(Suspension.Kind kind) {
    return mending.away(kind);
  }

  /** The records of all chunks. */
  synchronized List<ChunkRecord> chunks() {
    List<ChunkRecord> all = new ArrayList<>();
    bySource.values().forEach(table -> all.addAll(table.records()));
    return all;
  }
}
