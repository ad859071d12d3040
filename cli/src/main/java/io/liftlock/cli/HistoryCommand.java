package io.liftlock.cli;

import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.runtime.DatabaseHistory;
import io.liftlock.runtime.render.Documents;
import io.liftlock.runtime.render.JsonDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what was done to the databases. */
@Command(
    name = "history",
    header = "Show everything that was done, oldest first.",
    footer = {"", "Examples:", "  liftlock history", "  liftlock history --last 20"})
final class HistoryCommand implements Verb {

  @Option(names = "--last", paramLabel = "N", description = "Only the newest N of each database.")
  int last = Integer.MAX_VALUE;

  @Override
  public Answer run(Invocation invocation) {
    List<DatabaseHistory> histories =
        invocation.liftlock().histories().stream().map(this::shortened).toList();
    return Answer.of(
        terminal -> print(terminal, histories),
        () -> JsonDocument.map("databases", histories.stream().map(HistoryCommand::data).toList()));
  }

  private DatabaseHistory shortened(DatabaseHistory history) {
    List<HistoryEntry> all = history.entries();
    int from = Math.max(0, all.size() - Math.max(0, last));
    return new DatabaseHistory(history.name(), history.table(), all.subList(from, all.size()));
  }

  private static void print(Terminal terminal, List<DatabaseHistory> histories) {
    Table table =
        new Table("database", "when (UTC)", "what", "migration", "state", "took", "by", "note");
    for (DatabaseHistory history : histories) {
      for (HistoryEntry entry : history.entries()) {
        boolean failed = entry.state() == EntryState.FAILED;
        String error = entry.error();
        String reason = entry.reason();
        table.row(
            new Table.Cell(history.name(), Style.PLAIN),
            new Table.Cell(
                entry.appliedAt().toString().substring(0, 19).replace('T', ' '), Style.DIM),
            new Table.Cell(entry.direction().word(), Style.PLAIN),
            new Table.Cell(title(entry), Style.BOLD),
            new Table.Cell(entry.state().word(), failed ? Style.RED : Style.PLAIN),
            new Table.Cell(entry.durationMs() + " ms", Style.PLAIN),
            new Table.Cell(entry.appliedBy(), Style.PLAIN),
            new Table.Cell(error != null ? error : reason != null ? reason : "", Style.PLAIN));
      }
    }
    table.print(terminal);
  }

  private static String title(HistoryEntry entry) {
    return entry.name().isEmpty() || entry.version().endsWith(entry.name())
        ? entry.version()
        : entry.version() + "_" + entry.name();
  }

  private static Map<String, @Nullable Object> data(DatabaseHistory history) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", history.name());
    data.put("table", history.table());
    data.put("entries", history.entries().stream().map(Documents::entry).toList());
    return data;
  }
}
