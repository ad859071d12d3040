package io.liftlock.cli;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.runtime.DatabaseStatus;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.render.Documents;
import io.liftlock.runtime.render.JsonDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Tells where every database stands. */
@Command(
    name = "status",
    header = "Show what is applied, pending, late, edited and missing.",
    footer = {
      "",
      "Examples:",
      "  liftlock status",
      "  liftlock status --env production --format json"
    })
final class StatusCommand implements Verb {

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    List<DatabaseStatus> databases = liftlock.status();
    return Answer.of(terminal -> print(terminal, databases), () -> document(databases))
        .problems(liftlock.warnings());
  }

  static void print(Terminal terminal, List<DatabaseStatus> databases) {
    Table table = new Table("database", "server", "head", "applied", "pending", "state");
    for (DatabaseStatus database : databases) {
      table.row(
          new Table.Cell(database.name(), Style.BOLD),
          new Table.Cell(database.server(), Style.PLAIN),
          new Table.Cell(heads(database), Style.PLAIN),
          new Table.Cell(String.valueOf(database.applied()), Style.PLAIN),
          new Table.Cell(String.valueOf(database.pending().size()), Style.PLAIN),
          state(database));
    }
    table.print(terminal);
    pending(terminal, databases);
    for (DatabaseStatus database : databases) {
      edited(terminal, database);
      database
          .stopped()
          .ifPresent(
              stopped -> {
                terminal.say("");
                terminal.say(
                    terminal.paint(Style.RED, "stopped")
                        + "  %s on %s at statement %d%s"
                            .formatted(
                                stopped.id(),
                                database.name(),
                                stopped.statement(),
                                stopped.error().map(error -> ": " + error).orElse("")));
                terminal.say("  do   " + stopped.resume());
              });
    }
  }

  private static void pending(Terminal terminal, List<DatabaseStatus> databases) {
    Table table = new Table("pending", "database", "file");
    boolean any = false;
    for (DatabaseStatus database : databases) {
      for (Migration migration : database.pending()) {
        boolean late = database.late().contains(migration);
        table.row(
            new Table.Cell(migration.title(), late ? Style.YELLOW : Style.PLAIN),
            new Table.Cell(database.name(), Style.PLAIN),
            new Table.Cell(migration.file() + (late ? "  (late)" : ""), Style.DIM));
        any = true;
      }
    }
    if (any) {
      terminal.say("");
      table.print(terminal);
    }
  }

  private static void edited(Terminal terminal, DatabaseStatus database) {
    for (Migration migration : database.edited()) {
      terminal.say("");
      terminal.say(
          terminal.paint(Style.RED, "edited")
              + "   "
              + migration.title()
              + " on "
              + database.name()
              + " after it ran");
      terminal.say("  at   " + migration.file());
      terminal.say("  do   liftlock repair shows what differs");
    }
    for (MigrationId id : database.missing()) {
      terminal.say("");
      terminal.say(
          terminal.paint(Style.RED, "missing")
              + "  "
              + id
              + " is applied on "
              + database.name()
              + " and has no file");
    }
  }

  static String heads(DatabaseStatus database) {
    return database.heads().isEmpty()
        ? "base"
        : database.heads().stream().map(MigrationId::toString).collect(Collectors.joining(", "));
  }

  private static Table.Cell state(DatabaseStatus database) {
    if (database.stopped().isPresent()) {
      return new Table.Cell("stopped half-way", Style.RED);
    }
    List<String> words = new ArrayList<>();
    if (!database.edited().isEmpty()) {
      words.add(database.edited().size() + " edited");
    }
    if (!database.missing().isEmpty()) {
      words.add(database.missing().size() + " missing");
    }
    if (!database.late().isEmpty()) {
      words.add(database.late().size() + " late");
    }
    if (database.running().isPresent()) {
      words.add("a run is on its way");
    }
    if (words.isEmpty()) {
      return database.pending().isEmpty()
          ? new Table.Cell("up to date", Style.GREEN)
          : new Table.Cell("behind", Style.YELLOW);
    }
    return new Table.Cell(String.join(", ", words), Style.RED);
  }

  static Map<String, @Nullable Object> document(List<DatabaseStatus> databases) {
    return JsonDocument.map("databases", databases.stream().map(StatusCommand::document).toList());
  }

  private static Map<String, @Nullable Object> document(DatabaseStatus database) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", database.name());
    data.put("url", database.url());
    data.put("head", database.heads().isEmpty() ? null : heads(database));
    data.put("applied", database.applied());
    data.put("pending", Documents.idsOf(database.pending()));
    data.put("late", Documents.idsOf(database.late()));
    data.put("edited", Documents.idsOf(database.edited()));
    data.put("missing", Documents.ids(database.missing()));
    data.put(
        "stopped",
        database
            .stopped()
            .map(
                stopped -> {
                  Map<String, @Nullable Object> at = new LinkedHashMap<>();
                  at.put("id", stopped.id().toString());
                  at.put("statement", stopped.statement());
                  at.put("resume", stopped.resume());
                  return at;
                })
            .orElse(null));
    return data;
  }
}
