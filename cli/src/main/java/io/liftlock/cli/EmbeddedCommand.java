package io.liftlock.cli;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.LocalServer;
import io.liftlock.runtime.EmbeddedServers;
import io.liftlock.runtime.render.JsonDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Handles the PostgreSQL that liftlock brings along. */
@Command(
    name = "embedded",
    header = "Start, stop and list the PostgreSQL that liftlock brings along.",
    description = {
      "A database embedded:NAME is started for each command and stopped after it. start keeps it"
          + " running, for psql or the application, until stop. Its data is kept in .liftlock/."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock embedded start main",
      "  liftlock embedded start 'main?version=16'",
      "  liftlock embedded status",
      "  liftlock embedded stop"
    })
final class EmbeddedCommand implements Verb {

  /** What is done. */
  enum Action {
    start,
    stop,
    status
  }

  @Parameters(index = "0", paramLabel = "start|stop|status", description = "What to do.")
  Action action = Action.status;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which one; start: main if left out, stop: all if left out.")
  @Nullable String name;

  @Override
  public Answer run(Invocation invocation) {
    EmbeddedServers servers = new EmbeddedServers(invocation.project().directory());
    List<LocalServer> shown =
        switch (action) {
          case start -> List.of(servers.start(name == null ? "main" : name));
          case stop -> servers.stop(name == null ? "" : name);
          case status -> servers.all();
        };
    return Answer.of(
        terminal -> print(terminal, shown),
        () -> JsonDocument.map("servers", shown.stream().map(EmbeddedCommand::data).toList()));
  }

  private static void print(Terminal terminal, List<LocalServer> servers) {
    if (servers.isEmpty()) {
      terminal.say("no embedded server has data here");
      return;
    }
    Table table = new Table("name", "version", "state", "url", "data");
    for (LocalServer server : servers) {
      boolean runs = server.life() != LocalServer.Life.STOPPED;
      table.row(
          new Table.Cell(server.name(), Style.BOLD),
          new Table.Cell(String.valueOf(server.major()), Style.PLAIN),
          new Table.Cell(state(server), runs ? Style.GREEN : Style.DIM),
          new Table.Cell(url(server), Style.PLAIN),
          new Table.Cell(server.folder().toString(), Style.DIM));
    }
    table.print(terminal);
    servers.stream()
        .filter(server -> server.url() != null)
        .findFirst()
        .ifPresent(
            server ->
                terminal.note(
                    "connect with:  PGPASSFILE=%s psql '%s'"
                        .formatted(server.passwordFile(), url(server))));
  }

  private static String state(LocalServer server) {
    return switch (server.life()) {
      case STOPPED -> "stopped";
      case IN_USE -> "in use";
      case KEPT -> "runs";
    };
  }

  private static String url(LocalServer server) {
    DatabaseUrl url = server.url();
    return url == null ? "" : url.toString();
  }

  private static Map<String, @Nullable Object> data(LocalServer server) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", server.name());
    data.put("version", server.major());
    data.put("state", server.life().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    data.put("url", Optional.ofNullable(server.url()).map(DatabaseUrl::toString).orElse(null));
    data.put("passwordFile", server.passwordFile().toString());
    data.put("folder", server.folder().toString());
    return data;
  }
}
