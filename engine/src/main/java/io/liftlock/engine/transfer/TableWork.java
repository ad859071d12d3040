package io.liftlock.engine.transfer;

import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.core.transfer.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table on the {@link Board}: its chunks, and who is at work on them. Guarded by the board. */
final class TableWork {

  /** One chunk. */
  static final class Slot {
    private ChunkRecord record;
    private boolean taken;
    private boolean kept;

    private Slot(ChunkRecord record) {
      this.record = record;
    }

    /** What the ledger knows of it. */
    ChunkRecord record() {
      return record;
    }
  }

  private final TablePair pair;
  private List<Slot> slots;
  private boolean whole;
  private boolean wholeTaken;
  private boolean told;
  private @Nullable Instant begin;
  private @Nullable Instant end;

  TableWork(TablePair pair, List<ChunkRecord> chunks) {
    this.pair = pair;
    this.slots = new ArrayList<>(chunks.stream().map(Slot::new).toList());
  }

  TablePair pair() {
    return pair;
  }

  /** What the ledger knows of its chunks. */
  List<ChunkRecord> records() {
    return slots.stream().map(Slot::record).toList();
  }

  /** Whether pages were copied, which another point of the source knows nothing of. */
  boolean isByPages() {
    return slots.stream().anyMatch(slot -> slot.record.range() instanceof Range.Pages);
  }

  // Guarded by the board ---------------------------------------------------------------------

  void plan(List<ChunkRecord> chunks) {
    slots = new ArrayList<>(chunks.stream().map(Slot::new).toList());
    whole = false;
  }

  /** Looks at it as of another point of the source. */
  void readAt(int snapshot) {
    boolean older = slots.stream().anyMatch(slot -> slot.taken || isOlder(slot, snapshot));
    whole = whole || (isByPages() && older);
  }

  private static boolean isOlder(Slot slot, int snapshot) {
    ChunkRecord.Copied copied = slot.record.copied();
    return copied != null && copied.snapshot() != snapshot && !slot.kept;
  }

  /** Whether all of it is in the target, as of that point or as good as it gets. */
  boolean isSettled(int snapshot) {
    return !whole && slots.stream().allMatch(slot -> isSettled(slot, snapshot));
  }

  static boolean isSettled(Slot slot, int snapshot) {
    return slot.record.isDone() && !isOlder(slot, snapshot);
  }

  /** Whether all of it was read at that point. */
  boolean isConsistent(int snapshot) {
    return slots.stream()
        .map(slot -> slot.record.copied())
        .allMatch(copied -> copied != null && copied.snapshot() == snapshot);
  }

  boolean isCopied() {
    return slots.stream().allMatch(slot -> slot.record.isDone());
  }

  /** Gives up reading again what was read at another point. */
  void keepAsItIs() {
    if (isCopied()) {
      whole = false;
    }
    slots.forEach(slot -> slot.kept = slot.record.isDone());
  }

  void keepAsItIs(Slot slot) {
    slot.kept = true;
  }

  int active() {
    return (int) slots.stream().filter(slot -> slot.taken).count() + (wholeTaken ? 1 : 0);
  }

  /** Whether it must be looked at whole, and nobody is at work on it. */
  boolean wantsWhole() {
    return whole && active() == 0;
  }

  void takeWhole() {
    wholeTaken = true;
  }

  void giveBackWhole(boolean done) {
    wholeTaken = false;
    whole = whole && !done;
  }

  /** How much is left of it. */
  long bytesLeft(int snapshot) {
    return slots.stream()
        .filter(slot -> !slot.taken && !isSettled(slot, snapshot))
        .mapToLong(slot -> slot.record.bytes() + 1)
        .sum();
  }

  /** The next chunk: one that is not copied before one that is to be looked at again. */
  @Nullable Slot next(int snapshot) {
    if (whole) {
      return null;
    }
    Slot again = null;
    for (Slot slot : slots) {
      if (!slot.taken && !slot.record.isDone()) {
        return slot;
      }
      if (again == null && !slot.taken && !isSettled(slot, snapshot)) {
        again = slot;
      }
    }
    return again;
  }

  void take(Slot slot, Instant now) {
    slot.taken = true;
    if (begin == null) {
      begin = now;
    }
  }

  void giveBack(Slot slot, @Nullable ChunkRecord record, Instant now) {
    slot.taken = false;
    if (record != null) {
      slot.record = record;
      end = now;
    }
  }

  /** Takes over what the ledger knows, where nobody is at work. */
  void refresh(List<ChunkRecord> records) {
    for (ChunkRecord record : records) {
      for (Slot slot : slots) {
        if (!slot.taken && slot.record.ordinal() == record.ordinal()) {
          slot.record = record;
        }
      }
    }
  }

  /** Whether its end was not told yet; asked once. */
  boolean tellEnd() {
    boolean first = !told;
    told = true;
    return first;
  }

  Tally tally() {
    return slots.stream()
        .map(slot -> slot.record.copied())
        .map(copied -> copied == null ? Tally.NONE : copied.tally())
        .reduce(Tally.NONE, Tally::plus);
  }

  long durationMs() {
    Instant first = begin;
    Instant last = end;
    return first == null || last == null ? 0 : java.time.Duration.between(first, last).toMillis();
  }
}
