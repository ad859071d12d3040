package io.liftlock.cli;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.render.Documents;
import io.liftlock.runtime.render.JsonDocument;
import java.util.List;
import picocli.CommandLine.Command;

/** Tells the heads of the migrations, without any database. */
@Command(
    name = "heads",
    header = "Show the migrations that no other stands on.",
    footer = {"", "Example:", "  liftlock heads"})
final class HeadsCommand implements Verb {

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.files();
    MigrationGraph graph = liftlock.migrations().graph();
    List<MigrationId> heads = graph.heads();
    return Answer.of(
            terminal -> {
              for (MigrationId head : heads) {
                Migration migration = graph.at(head).get(0);
                terminal.say(migration.title() + "  " + migration.file());
              }
              if (heads.size() > 1) {
                terminal.note("join them with:  liftlock merge");
              }
            },
            () -> JsonDocument.map("heads", Documents.ids(heads)))
        .problems(liftlock.warnings());
  }
}
