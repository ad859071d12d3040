package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A migration whose SQL is not what ran.
 *
 * @param migration the file as it is now
 * @param ran the event that applied it
 * @param stored whether what ran was stored statement by statement
 * @param differences statement by statement; empty where they cannot be told
 */
public record Edit(
    Migration migration, HistoryEntry ran, boolean stored, List<StatementDifference> differences) {

  private static final int MAX_LINES = 12;

  /** Reads what ran and compares it with the file. */
  static Edit read(Database database, Standing standing, Migration migration) {
    History.Applied applied =
        Objects.requireNonNull(standing.history().applied().get(migration.id()));
    List<StatementRecord> recorded = database.history().statements(migration.id(), Direction.UP);
    List<StatementDifference> differences =
        recorded.isEmpty() || !migration.up().isHeld()
            ? List.of()
            : StatementDifference.between(recorded, remembered(migration));
    return new Edit(migration, applied.entry(), !recorded.isEmpty(), differences);
  }

  /** What a run would remember of the file, which leaves out a BEGIN and COMMIT around it. */
  static List<Step> remembered(Migration migration) {
    Execution execution =
        ExecutionChoice.of(migration.up(), migration.header().transactional()).execution();
    List<Step> steps = new ArrayList<>();
    Steps.of(migration.up(), execution, Timeouts.NONE).forEach(steps::add);
    return steps;
  }

  private String unknown() {
    if (!stored) {
      return ": its checksum differs; what ran was not stored statement by statement";
    }
    return migration.up().isHeld()
        ? ": its statements are the same, but not the BEGIN and COMMIT around them"
        : ": its checksum differs; a file of this size is not compared statement by statement";
  }

  /** The refusal, with the differences shown. */
  public Problem problem() {
    StringBuilder text = new StringBuilder();
    text.append("migration ").append(migration.title());
    text.append(" was edited after it ran on database ").append(migration.database());
    text.append(" (").append(ran.appliedAt()).append(" by ").append(ran.appliedBy()).append(')');
    if (differences.isEmpty()) {
      text.append(unknown());
    } else {
      text.append(": ").append(differences.size());
      text.append(differences.size() == 1 ? " statement differs" : " statements differ");
      differences.forEach(difference -> show(text, difference));
    }
    return Problem.error(ErrorCode.HISTORY_CHANGED, text.toString())
        .at(place())
        .action(
            "restore the file and write a new migration, or accept the edit:"
                + " liftlock repair --accept "
                + migration.id()
                + " --reason TEXT");
  }

  private Place place() {
    return differences.stream()
        .map(StatementDifference::now)
        .filter(Objects::nonNull)
        .map(statement -> statement.span().place())
        .findFirst()
        .orElse(Place.of(migration.file()));
  }

  private static void show(StringBuilder text, StatementDifference difference) {
    text.append("\nstatement ").append(difference.ordinal());
    text.append(
        switch (difference.kind()) {
          case ADDED -> " was added";
          case REMOVED -> " was removed";
          case CHANGED -> " was changed";
        });
    if (difference.kind() != StatementDifference.Kind.ADDED) {
      lines(text, "- ", difference.recorded() == null ? "(not stored)" : difference.recorded());
    }
    Statement now = difference.now();
    if (now != null) {
      lines(text, "+ ", now.isLarge() ? "(too large to show)" : now.text());
    }
  }

  private static void lines(StringBuilder text, String sign, String sql) {
    List<String> lines = sql.lines().toList();
    lines.stream().limit(MAX_LINES).forEach(line -> text.append("\n  ").append(sign).append(line));
    if (lines.size() > MAX_LINES) {
      text.append("\n  ").append(sign).append("… ").append(lines.size() - MAX_LINES);
      text.append(" more lines");
    }
  }
}
