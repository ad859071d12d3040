package io.liftlock.engine.migrate;

import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.sql.Checksum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where one database stands against the files: what is applied, pending, late, edited and missing.
 * A pure comparison of a graph and a history.
 *
 * @param database the configured name
 * @param history what the database says
 * @param heads applied migrations that nothing applied stands on: the current version, or several
 * @param applied files that are applied, in the order they were
 * @param pending files that are not, in the order they would run; late ones included, and the
 *     repeatable ones that have changed, or that ran before something was taken back
 * @param late pending files on which something stands that is already applied
 * @param edited applied files whose SQL is not what ran
 * @param missing applied migrations without a file
 */
public record Standing(
    String database,
    History history,
    List<MigrationId> heads,
    List<Migration> applied,
    List<Migration> pending,
    List<Migration> late,
    List<Migration> edited,
    List<History.Applied> missing) {

  /** Compares the files of one database with its history. */
  public static Standing of(String database, MigrationGraph graph, History history) {
    Map<MigrationId, Migration> versioned = byId(graph.order(), database);
    Map<MigrationId, Migration> repeatable = byId(graph.repeatables(), database);
    List<Migration> applied = new ArrayList<>();
    List<Migration> edited = new ArrayList<>();
    List<History.Applied> missing = new ArrayList<>();
    for (History.Applied entry : history.applied().values()) {
      Migration file = versioned.get(entry.id());
      if (file != null) {
        applied.add(file);
        if (differs(entry, file)) {
          edited.add(file);
        }
      } else if (!repeatable.containsKey(entry.id())) {
        missing.add(entry);
      }
    }
    Set<MigrationId> below = history.applied().isEmpty() ? Set.of() : belowApplied(graph, history);
    List<Migration> pending = new ArrayList<>();
    List<Migration> late = new ArrayList<>();
    List<MigrationId> heads = new ArrayList<>();
    for (Migration file : versioned.values()) {
      if (!history.isApplied(file.id())) {
        pending.add(file);
        if (below.contains(file.id())) {
          late.add(file);
        }
      } else if (!below.contains(file.id())) {
        heads.add(file.id());
      }
    }
    Set<MigrationId> current = sinceLastRollback(history);
    for (Migration file : repeatable.values()) {
      History.Applied last = history.applied().get(file.id());
      if (last == null || differs(last, file) || !current.contains(file.id())) {
        pending.add(file);
      }
    }
    return new Standing(database, history, heads, applied, pending, late, edited, missing);
  }

  private static Map<MigrationId, Migration> byId(List<Migration> files, String database) {
    Map<MigrationId, Migration> byId = new LinkedHashMap<>();
    for (Migration file : files) {
      if (file.database().equals(database)) {
        byId.put(file.id(), file);
      }
    }
    return byId;
  }

  /**
   * What was applied behind the last migration that was taken back. A repeatable migration from
   * before it runs again: what was taken back may have taken its objects along.
   */
  private static Set<MigrationId> sinceLastRollback(History history) {
    Set<MigrationId> since = new HashSet<>();
    for (HistoryEntry entry : history.entries()) {
      if (entry.state() == EntryState.DONE) {
        switch (entry.direction()) {
          case UP, STAMP, ADOPT -> since.add(entry.id());
          case DOWN -> since.clear();
          case REPAIR -> {
            // Says nothing of what is there.
          }
        }
      }
    }
    return since;
  }

  /** A checksum of an algorithm that this version does not compute cannot be told to differ. */
  private static boolean differs(History.Applied entry, Migration file) {
    Checksum recorded = entry.checksum();
    Checksum now = file.up().checksum();
    return recorded != null
        && recorded.algorithm().equals(now.algorithm())
        && !recorded.equals(now);
  }

  /**
   * The ids on which something stands that is applied. One pass from the heads down: linear,
   * however many migrations there are.
   */
  private static Set<MigrationId> belowApplied(MigrationGraph graph, History history) {
    Set<MigrationId> below = new HashSet<>();
    List<MigrationId> ids = graph.ids();
    for (int i = ids.size() - 1; i >= 0; i--) {
      for (MigrationId child : graph.children(ids.get(i))) {
        if (below.contains(child) || history.isApplied(child)) {
          below.add(ids.get(i));
        }
      }
    }
    return below;
  }
}
