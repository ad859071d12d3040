package io.liftlock.engine.migrate;

import io.liftlock.core.database.HistorySql;
import io.liftlock.core.database.Work;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes what a run would do as SQL that psql or sqlite3 runs by hand, history rows included. Each
 * migration stands in a transaction as it would in a run; what must not, stands outside.
 */
public final class OfflineScript {

  private final RunOptions options;
  private final Timing timing;

  /**
   * @param options who writes it
   * @param timing time and chance
   */
  public OfflineScript(RunOptions options, Timing timing) {
    this.options = options;
    this.timing = timing;
  }

  /**
   * Writes the script of one database.
   *
   * @param migrations in order, all of one database
   * @param tip the history's tip when the script will be run, or what stands for it
   * @throws UncheckedIOException where the text cannot be written or a file not be read
   */
  public void write(
      List<PlannedMigration> migrations, String tip, HistorySql history, Appendable out) {
    try {
      Dialect dialect =
          migrations.isEmpty() ? Dialect.POSTGRES : migrations.get(0).migration().up().dialect();
      out.append(
          dialect == Dialect.POSTGRES
              ? "-- Run with: psql -X -v ON_ERROR_STOP=1 -f FILE\n"
              : "-- Run with: sqlite3 -bail DATABASE < FILE\n");
      out.append("\n").append(history.prepareSql()).append("\n");
      String previous = tip;
      for (PlannedMigration planned : migrations) {
        HistoryEntry entry = entry(planned, previous);
        migration(planned, history.writeSql(List.of(new Work.Append(entry))), out);
        previous = entry.hash();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HistoryEntry entry(PlannedMigration planned, String previous) {
    return new HistoryEntry(
        planned.migration().id().toString(),
        planned.migration().name(),
        timing.now(),
        planned.migration().up().checksum(),
        previous,
        planned.direction(),
        EntryState.DONE,
        planned.script().map(script -> script.size()).orElse(0),
        0,
        options.identity().user() + "@" + options.identity().host(),
        options.identity().toolVersion(),
        null,
        "run by hand from a script",
        options.batch());
  }

  private static void migration(PlannedMigration planned, String historySql, Appendable out)
      throws IOException {
    out.append("\n-- ").append(planned.migration().title());
    out.append(" (").append(planned.direction().word()).append(")\n");
    boolean settings = planned.migration().up().dialect() == Dialect.POSTGRES;
    if (settings) {
      set(planned.settings(), out);
    }
    boolean open = false;
    boolean own = false;
    for (Step step : Steps.of(planned)) {
      boolean inside = step.placement() == Placement.INSIDE;
      own = own || step.placement() == Placement.BEGIN;
      if (inside && !open && !own) {
        out.append("BEGIN;\n");
        open = true;
      } else if (!inside && open) {
        out.append("COMMIT;\n");
        open = false;
      }
      statement(step, out);
      if (step.placement() == Placement.COMMIT || step.placement() == Placement.ROLLBACK) {
        own = false;
      }
    }
    if (!open) {
      out.append("BEGIN;\n");
    }
    out.append(historySql);
    out.append(historySql.endsWith("\n") ? "" : "\n");
    out.append("COMMIT;\n");
    if (settings) {
      for (String name : planned.settings().keySet()) {
        out.append("RESET ").append(name).append(";\n");
      }
    }
  }

  /** For the session, since statements outside a transaction need them too. */
  private static void set(Map<String, String> settings, Appendable out) throws IOException {
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      // Unlike SET this takes a list, such as a search path, as one text.
      out.append("DO $liftlock$ BEGIN PERFORM pg_catalog.set_config('")
          .append(setting.getKey().replace("'", "''"))
          .append("', '")
          .append(setting.getValue().replace("'", "''"))
          .append("', false); END $liftlock$;\n");
    }
  }

  private static void statement(Step step, Appendable out) throws IOException {
    // The semicolon goes on a line of its own where a comment at the end would swallow it.
    String text = step.statement().text();
    out.append(text);
    out.append(text.lastIndexOf("--") > text.lastIndexOf('\n') ? "\n;\n" : ";\n");
    if (step.statement().hasCopyData()) {
      try (BufferedReader data =
          new BufferedReader(
              new InputStreamReader(step.statement().openCopyData(), StandardCharsets.UTF_8))) {
        for (String line = data.readLine(); line != null; line = data.readLine()) {
          out.append(line).append('\n');
        }
      }
      out.append("\\.\n");
    }
  }
}
