package io.liftlock.engine.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What was suspended and when it may come back: an index when its table is loaded; a foreign key
 * when everything is loaded, since a chunk that is copied again deletes rows that others refer to,
 * and the indexes of both its tables are back. Guarded by the board.
 */
final class Mending {

  private final Map<Integer, SuspensionRecord> records = new TreeMap<>();
  private final Set<Integer> taken = new HashSet<>();

  /** Takes over what the ledger knows, where nobody is at work. */
  void refresh(Collection<SuspensionRecord> known) {
    known.stream()
        .filter(record -> !taken.contains(record.ordinal()))
        .forEach(record -> records.put(record.ordinal(), record));
  }

  /** What is away, in the order in which it was taken. */
  List<SuspensionRecord> away(Suspension.Kind kind) {
    return records.values().stream()
        .filter(record -> record.suspension().kind() == kind && !record.isRestored())
        .toList();
  }

  /** Whether indexes or keys are away. */
  boolean isOpen() {
    return !away(Suspension.Kind.INDEX).isEmpty() || !away(Suspension.Kind.FOREIGN_KEY).isEmpty();
  }

  int active() {
    return taken.size();
  }

  /**
   * The next that may come back.
   *
   * @param loaded whether a table of the target is loaded
   * @param allLoaded whether everything is
   */
  Optional<SuspensionRecord> next(Predicate<ObjectId> loaded, boolean allLoaded) {
    Optional<SuspensionRecord> index =
        away(Suspension.Kind.INDEX).stream()
            .filter(record -> !taken.contains(record.ordinal()))
            .filter(record -> tables(record).stream().allMatch(loaded))
            .findFirst();
    if (index.isPresent() || !allLoaded) {
      return index;
    }
    return away(Suspension.Kind.FOREIGN_KEY).stream()
        .filter(record -> !taken.contains(record.ordinal()))
        .filter(record -> hasIndexes(record) && isAlone(record))
        .findFirst();
  }

  private boolean hasIndexes(SuspensionRecord key) {
    List<ObjectId> tables = tables(key);
    return away(Suspension.Kind.INDEX).stream()
        .noneMatch(index -> tables.contains(index.suspension().table()));
  }

  /** Two keys on one table would wait for each other's locks, or lock each other out for good. */
  private boolean isAlone(SuspensionRecord key) {
    List<ObjectId> tables = tables(key);
    return taken.stream()
        .map(records::get)
        .filter(record -> record.suspension().kind() == Suspension.Kind.FOREIGN_KEY)
        .noneMatch(other -> tables(other).stream().anyMatch(tables::contains));
  }

  private static List<ObjectId> tables(SuspensionRecord record) {
    List<ObjectId> tables = new ArrayList<>(record.suspension().after());
    tables.add(record.suspension().table());
    return tables;
  }

  void take(SuspensionRecord record) {
    taken.add(record.ordinal());
  }

  void giveBack(SuspensionRecord record) {
    taken.remove(record.ordinal());
    records.put(record.ordinal(), record);
  }
}
