package io.liftlock.runtime.config;

import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.error.Problem;
import io.liftlock.engine.safety.policy.LintSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that configuration, variables and flags say together: what to migrate, with what.
 *
 * @param directory the project's folder; relative paths and {@code .liftlock/} belong to it
 * @param file the configuration that was read, or null where there is none
 * @param environment the chosen environment's name
 * @param disposable whether its databases may be dropped and rebuilt
 * @param migrations folders of migrations, at least one; they need not exist
 * @param layout the layout's name, or {@code auto}
 * @param history where each database keeps its history
 * @param databases every database of the environment, in the order they are written; empty where
 *     none was named anywhere
 * @param selected the name of the one database that is meant, or null for all
 * @param assigned patterns of file names and the database that such files are for, first match wins
 * @param settings parameters that are set for every migration
 * @param policy what a run may do
 * @param logFile where a log is kept beside the terminal's output, or null
 * @param schemas what is said of schemas
 * @param lint what is said of linting
 * @param warnings what a person should know of the configuration
 */
public record Project(
    Path directory,
    @Nullable Path file,
    String environment,
    boolean disposable,
    List<Path> migrations,
    String layout,
    HistoryTable history,
    List<DatabaseSource> databases,
    @Nullable String selected,
    Map<String, String> assigned,
    Map<String, String> settings,
    Policy policy,
    @Nullable Path logFile,
    SchemaConfig schemas,
    LintSettings lint,
    List<Problem> warnings) {

  /** The databases that this command acts on, in order. */
  public List<DatabaseSource> targets() {
    return databases.stream()
        .filter(database -> selected == null || database.name().equals(selected))
        .toList();
  }
}
