package io.liftlock.cli;

import io.liftlock.core.database.Evidence;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.report.Outcome;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.Stamps.Detected;
import io.liftlock.runtime.render.Documents;
import io.liftlock.runtime.render.JsonDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is applied, without running anything. */
@Command(
    name = "stamp",
    header = "Record that a migration and all it stands on are applied; run nothing.",
    description = {
      "Afterwards exactly ID and what it stands on count as applied: what is above it no longer"
          + " does. For a database that has the objects already. Asks first."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock stamp --detect               look up to where the objects are there",
      "  liftlock stamp 007 --reason 'applied by hand before liftlock'",
      "  liftlock force-version base --yes     nothing counts as applied"
    })
final class StampCommand implements Verb {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "The migration, or head, or base.")
  @Nullable String id;

  @Option(
      names = "--detect",
      description = "Only look which pending migrations' objects are there; record nothing.")
  boolean detect;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
  String reason = "stamped by hand";

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    if (detect) {
      if (id != null) {
        throw usage("--detect only looks, and takes no id");
      }
      return detected(liftlock.stamps().detect());
    }
    if (id == null) {
      throw usage("stamp needs the id to record");
    }
    Target target = liftlock.target(id);
    if (id.matches("[+-][0-9]+")) {
      throw usage("stamp takes an id, head or base, not steps");
    }
    List<PlannedMigration> planned = liftlock.stamps().preview(target, reason);
    if (!planned.isEmpty()) {
      for (PlannedMigration each : planned) {
        invocation
            .terminal()
            .note(
                "%-9s %s on %s"
                    .formatted(
                        each.direction() == Direction.DOWN ? "not" : "applied",
                        each.migration().title(),
                        each.database()));
      }
      invocation.confirm("Record this, without running anything?");
    }
    Outcome outcome = liftlock.stamps().stamp(target, reason);
    return RunReport.of(liftlock.names(), "recorded", outcome);
  }

  private static UserError usage(String message) {
    return new UserError(
        Problem.error(ErrorCode.USAGE, message)
            .action("liftlock stamp ID, or liftlock stamp --detect"));
  }

  private static Answer detected(List<Detected> found) {
    return Answer.of(
        terminal -> print(terminal, found),
        () -> JsonDocument.map("pending", found.stream().map(StampCommand::data).toList()));
  }

  private static void print(Terminal terminal, List<Detected> found) {
    if (found.isEmpty()) {
      terminal.say("nothing is pending");
      return;
    }
    Table table = new Table("pending", "database", "objects", "seen");
    for (Detected each : found) {
      table.row(
          new Table.Cell(each.migration().title(), Style.BOLD),
          new Table.Cell(each.migration().database(), Style.PLAIN),
          new Table.Cell(word(each), style(each.state())),
          new Table.Cell(seen(each), Style.DIM));
    }
    table.print(terminal);
    String last = "";
    for (Detected each : found) {
      if (each.state() == Detected.State.ABSENT || each.state() == Detected.State.PARTLY) {
        break;
      }
      if (each.state() == Detected.State.THERE) {
        last = each.migration().id().toString();
      }
    }
    if (!last.isEmpty()) {
      terminal.note("everything is there up to " + last + ":  liftlock stamp " + last);
    }
  }

  private static String word(Detected each) {
    return switch (each.state()) {
      case THERE -> "there";
      case PARTLY -> "partly there";
      case ABSENT -> "not there";
      case CANNOT_TELL -> "cannot tell";
    };
  }

  private static Style style(Detected.State state) {
    return switch (state) {
      case THERE -> Style.GREEN;
      case PARTLY -> Style.RED;
      case ABSENT -> Style.PLAIN;
      case CANNOT_TELL -> Style.YELLOW;
    };
  }

  private static String seen(Detected each) {
    return each.statements().stream()
        .filter(evidence -> evidence.verdict() != Evidence.Verdict.CANNOT_TELL)
        .map(Evidence::because)
        .findFirst()
        .orElse("");
  }

  private static Map<String, @Nullable Object> data(Detected each) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", each.migration().id().toString());
    data.put("database", each.migration().database());
    data.put("state", Documents.word(each.state()));
    data.put(
        "statements",
        each.statements().stream()
            .map(
                evidence -> {
                  Map<String, @Nullable Object> entry = new LinkedHashMap<>();
                  entry.put("verdict", Documents.word(evidence.verdict()));
                  entry.put("because", evidence.because());
                  return entry;
                })
            .toList());
    return data;
  }
}
