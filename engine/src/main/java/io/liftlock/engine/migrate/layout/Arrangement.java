package io.liftlock.engine.migrate.layout;

import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.CallbackEvent;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a layout makes of a folder: drafts, callbacks, and the SQL files it has no place for. Filled
 * by a layout, then read only.
 */
public final class Arrangement {

  /**
   * A script that runs at certain moments of every run.
   *
   * @param event when
   * @param name as people know it
   * @param file the script
   */
  public record CallbackFile(CallbackEvent event, String name, SqlFile file) {}

  private final Problems problems = new Problems();
  private final Map<MigrationId, Draft> drafts = new LinkedHashMap<>();
  private final List<CallbackFile> callbacks = new ArrayList<>();
  private final List<SqlFile> strays = new ArrayList<>();

  /** The draft with an id; made where it is new. */
  Draft draft(MigrationId id, String name) {
    return draft(id, name, Migration.Kind.VERSIONED, Migration.Lineage.SEQUENCE);
  }

  /** The draft with an id; made where it is new. */
  Draft draft(MigrationId id, String name, Migration.Kind kind, Migration.Lineage lineage) {
    return drafts.computeIfAbsent(id, key -> new Draft(key, name, kind, lineage));
  }

  void callback(CallbackFile callback) {
    callbacks.add(callback);
  }

  /** A file that the layout has no place for. */
  void stray(SqlFile file) {
    strays.add(file);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /** The migrations found. */
  public Collection<Draft> drafts() {
    return drafts.values();
  }

  /** The callbacks found. */
  public List<CallbackFile> callbacks() {
    return callbacks;
  }

  /** SQL files that the layout has no place for. */
  public List<SqlFile> strays() {
    return strays;
  }

  /** What is wrong with names and metadata. */
  public Problems problems() {
    return problems;
  }
}
