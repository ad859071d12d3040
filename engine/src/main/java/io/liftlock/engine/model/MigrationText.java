package io.liftlock.engine.model;

import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands in the files of a generated migration.
 *
 * @param header header lines behind purpose, date and author, each with its line end
 * @param up the up script
 * @param down the down script
 */
public record MigrationText(String header, String up, String down) {

  /**
   * Writes it.
   *
   * @param migration what it does
   * @param allowed what the whole set destroys, because it was allowed
   * @param proof what was proven and what not, in one line
   */
  public static MigrationText of(GeneratedMigration migration, List<Loss> allowed, String proof) {
    StringBuilder header = new StringBuilder();
    header.append("-- Breaking Changes: ").append(breaking(allowed)).append('\n');
    if (!allowed.isEmpty()) {
      header.append(
          "-- Data-impact: destroys data, which was allowed; the rollback brings back the objects"
              + " and not what was in them\n");
    }
    header.append("-- Notes: generated from the model; ").append(oneLine(proof)).append('\n');
    if (migration.isWithoutTransaction()) {
      header.append("-- Transaction: none\n");
    }
    return new MigrationText(header.toString(), body(migration.up()), body(migration.down()));
  }

  private static String breaking(List<Loss> allowed) {
    return allowed.isEmpty()
        ? "None"
        : oneLine(allowed.stream().map(Loss::toString).collect(Collectors.joining(", ")));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Each statement on its own, and before them what a person should know. */
  private static String body(SchemaScript script) {
    List<String> parts = new ArrayList<>();
    List<String> notes =
        script.notes().stream().map(Problem::message).map(MigrationText::oneLine).toList();
    if (!notes.isEmpty()) {
      parts.add(notes.stream().map(note -> "-- " + note).collect(Collectors.joining("\n")));
    }
    script.statements().forEach(statement -> parts.add(statement.sql().stripTrailing() + ";"));
    return String.join("\n\n", parts) + (parts.isEmpty() ? "" : "\n");
  }
}
