package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Target;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.RunRequest;
import io.liftlock.runtime.render.JsonDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what would run as a script. */
@Command(
    name = "sql",
    header = "Write a script for psql or sqlite3, history rows included.",
    description = {
      "Without a range: what is pending now, for which the history is read. With FROM:TO: what"
          + " leads from one migration to the other, up or down, without any connection. Nothing is"
          + " run."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock sql > pending.sql",
      "  liftlock sql 003:007 --database main      from 003 (applied) to 007",
      "  liftlock sql 007:003                      the way back",
      "  liftlock sql base:head",
      "  liftlock sql --down --to 003              from what is applied now down to 003",
    })
final class SqlCommand implements Verb {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FROM:TO",
      description = "Two ids; base and head also work.")
  @Nullable String range;

  @Option(names = "--to", paramLabel = "ID", description = "Only as far as this migration.")
  @Nullable String to;

  @Option(names = "--down", description = "Take back instead, from what is applied now.")
  boolean down;

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    String script = script(liftlock);
    return Answer.of(
        terminal -> terminal.out().print(script), () -> JsonDocument.map("sql", script));
  }

  private String script(Liftlock liftlock) {
    if (range == null) {
      Direction direction = down ? Direction.DOWN : Direction.UP;
      Target usual = down ? new Target.Steps(1) : new Target.Everything();
      Target target = to == null ? usual : liftlock.target(to);
      return liftlock.scripts().pending(RunRequest.to(direction, target));
    }
    int colon = range.indexOf(':');
    if (colon <= 0 || colon == range.length() - 1 || down || to != null) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "a range is written FROM:TO, and alone")
              .action("for example:  liftlock sql 003:007, or base:head"));
    }
    return liftlock.scripts().range(range.substring(0, colon), range.substring(colon + 1));
  }
}
