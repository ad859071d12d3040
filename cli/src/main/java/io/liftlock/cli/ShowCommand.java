package io.liftlock.cli;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Script;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.render.Documents;
import io.liftlock.runtime.render.JsonDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one migration; needs no database. */
@Command(
    name = "show",
    header = "Show one migration: header, statements, where they run, rollback.",
    footer = {"", "Examples:", "  liftlock show 014", "  liftlock show head"})
final class ShowCommand implements Verb {

  @Parameters(index = "0", paramLabel = "ID", description = "An id or its beginning, or head.")
  String id = "head";

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.files();
    MigrationGraph graph = liftlock.migrations().graph();
    MigrationId wanted = liftlock.id(id);
    List<Migration> migrations = new ArrayList<>(graph.at(wanted));
    graph.repeatables().stream()
        .filter(migration -> migration.id().equals(wanted))
        .forEach(migrations::add);
    return Answer.of(
        terminal -> migrations.forEach(migration -> print(terminal, graph, migration)),
        () ->
            JsonDocument.map(
                "migrations",
                migrations.stream().map(migration -> data(graph, migration)).toList()));
  }

  private static void print(Terminal terminal, MigrationGraph graph, Migration migration) {
    terminal.say(terminal.paint(Style.BOLD, migration.title()) + "  on " + migration.database());
    field(terminal, "file", migration.file());
    migration.header().fields().forEach((key, value) -> field(terminal, key, value));
    List<String> parents = Documents.ids(graph.parents(migration.id()));
    field(terminal, "stands on", parents.isEmpty() ? "nothing" : String.join(", ", parents));
    field(terminal, "checksum", migration.up().checksum().toString());
    print(terminal, "up", migration, migration.up());
    Optional<Script> down = migration.down();
    if (down.isPresent()) {
      print(terminal, "down", migration, down.get());
    } else {
      terminal.say("");
      terminal.say(terminal.paint(Style.YELLOW, "no rollback"));
    }
    migration.verify().ifPresent(script -> print(terminal, "verify", migration, script));
    terminal.say("");
  }

  private static void field(Terminal terminal, String name, String value) {
    terminal.say("  %-12s %s".formatted(name, value.replace("\n", "\n" + " ".repeat(15))));
  }

  private static void print(Terminal terminal, String name, Migration migration, Script script) {
    ExecutionChoice choice = choice(migration, script);
    terminal.say("");
    terminal.say(
        terminal.paint(Style.CYAN, name)
            + "  "
            + script.file()
            + ", "
            + PlanText.how(choice.execution()));
    for (Step step : Steps.of(script, choice.execution(), Timeouts.NONE)) {
      String outside = step.placement() == Placement.OUTSIDE ? "  outside any transaction" : "";
      terminal.say(
          terminal.paint(
              Style.DIM,
              "  %d  line %d%s"
                  .formatted(step.ordinal(), step.statement().span().line(), outside)));
      if (step.statement().isLarge()) {
        terminal.say("     (%d bytes)".formatted(step.statement().length()));
      } else {
        step.statement().text().lines().forEach(line -> terminal.say("     " + line));
      }
    }
  }

  private static ExecutionChoice choice(Migration migration, Script script) {
    return ExecutionChoice.of(script, migration.header().transactional());
  }

  private static Map<String, @Nullable Object> data(MigrationGraph graph, Migration migration) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", migration.id().toString());
    data.put("name", migration.name());
    data.put("database", migration.database());
    data.put("kind", Documents.word(migration.kind()));
    data.put("file", migration.file());
    data.put("parents", Documents.ids(graph.parents(migration.id())));
    data.put("header", migration.header().fields());
    data.put("checksum", migration.up().checksum().toString());
    data.put("up", script(migration, migration.up()));
    data.put("down", migration.down().map(script -> script(migration, script)).orElse(null));
    data.put("verify", migration.verify().map(script -> script(migration, script)).orElse(null));
    return data;
  }

  private static Map<String, @Nullable Object> script(Migration migration, Script script) {
    ExecutionChoice choice = choice(migration, script);
    List<Map<String, @Nullable Object>> statements = new ArrayList<>();
    for (Step step : Steps.of(script, choice.execution(), Timeouts.NONE)) {
      Map<String, @Nullable Object> statement = new LinkedHashMap<>();
      statement.put("ordinal", step.ordinal());
      statement.put("line", step.statement().span().line());
      statement.put("column", step.statement().span().column());
      statement.put("placement", Documents.word(step.placement()));
      statement.put("sql", step.statement().isLarge() ? null : step.statement().text());
      statements.add(statement);
    }
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("file", script.file());
    data.put("execution", Documents.word(choice.execution()));
    data.put("statements", statements);
    return data;
  }
}
