package io.liftlock.postgres.trace;

import io.liftlock.core.sql.RelationName;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happened between two looks to relations that were there at the begin of the transaction.
 *
 * @param rewritten the tables and indexes that have other files now
 * @param scanned the tables read from their first row to the last
 * @param written how many rows were written, in whatever relation
 * @param wal how much was written ahead, in bytes
 */
record Effects(
    SortedSet<RelationName> rewritten, SortedSet<RelationName> scanned, long written, long wal) {

  /**
   * Compares two looks.
   *
   * @param known the relations that others see
   */
  static Effects between(Look before, Look after, Set<Long> known) {
    SortedSet<RelationName> rewritten = new TreeSet<>();
    SortedSet<RelationName> scanned = new TreeSet<>();
    for (Relation old : before.relations().values()) {
      if (!known.contains(old.oid())) {
        continue;
      }
      Relation now = after.relations().get(old.oid());
      if (now == null) {
        Relation successor = successor(old, before, after);
        if (successor != null && successor.file() != old.file()) {
          rewritten.add(old.name());
        }
        continue;
      }
      if (old.isStored() && now.file() != old.file()) {
        rewritten.add(old.name());
      }
      if (!old.isIndex() && now.scans() > old.scans()) {
        scanned.add(old.name());
      }
    }
    return new Effects(
        rewritten, scanned, written(before, after), Math.max(0, after.wal() - before.wal()));
  }

  /**
   * What has taken the place of an index: a change of a column's type makes the index anew under
   * another oid, and lets it keep its file where its order is the same.
   */
  private static @Nullable Relation successor(Relation gone, Look before, Look after) {
    if (!gone.isIndex()) {
      return null;
    }
    return after.relations().values().stream()
        .filter(now -> now.kind() == gone.kind() && now.name().equals(gone.name()))
        .filter(now -> !before.relations().containsKey(now.oid()))
        .findFirst()
        .orElse(null);
  }

  private static long written(Look before, Look after) {
    long written = 0;
    for (Map.Entry<Long, Relation> entry : after.relations().entrySet()) {
      Relation old = before.relations().get(entry.getKey());
      written += entry.getValue().written() - (old == null ? 0 : old.written());
    }
    return Math.max(0, written);
  }
}
