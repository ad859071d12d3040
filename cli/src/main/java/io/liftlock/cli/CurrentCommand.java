package io.liftlock.cli;

import io.liftlock.core.migration.MigrationId;
import io.liftlock.runtime.DatabaseStatus;
import io.liftlock.runtime.render.Documents;
import io.liftlock.runtime.render.JsonDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Tells the current version alone, for scripts. */
@Command(
    name = "current",
    header = "Print the id of the current version alone.",
    description = {
      "One id for each head, base where nothing is applied. With several databases each line begins"
          + " with the database's name; --database chooses one."
    },
    footer = {"", "Example:", "  version=$(liftlock current --database main)"})
final class CurrentCommand implements Verb {

  @Override
  public Answer run(Invocation invocation) {
    List<DatabaseStatus> databases = invocation.liftlock().status();
    return Answer.of(
        terminal -> {
          for (DatabaseStatus database : databases) {
            String prefix = databases.size() == 1 ? "" : database.name() + " ";
            List<String> ids = Documents.ids(database.heads());
            (ids.isEmpty() ? List.of("base") : ids).forEach(id -> terminal.say(prefix + id));
          }
        },
        () -> JsonDocument.map("databases", databases.stream().map(CurrentCommand::data).toList()));
  }

  private static Map<String, @Nullable Object> data(DatabaseStatus database) {
    List<MigrationId> heads = database.heads();
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", database.name());
    data.put("heads", Documents.ids(heads));
    return data;
  }
}
