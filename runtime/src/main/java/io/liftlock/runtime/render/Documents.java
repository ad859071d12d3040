package io.liftlock.runtime.render;

import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.report.CheckResult;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.sql.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Results as maps, lists and plain values, ready for {@link JsonDocument}. The names are public
 * API.
 */
public final class Documents {

  private Documents() {}

  /** Ids in text form. */
  public static List<String> ids(Collection<MigrationId> ids) {
    return ids.stream().map(MigrationId::toString).toList();
  }

  /** Ids of migrations in text form. */
  public static List<String> idsOf(Collection<Migration> migrations) {
    return migrations.stream().map(migration -> migration.id().toString()).toList();
  }

  /**
   * How a run ended, database by database.
   *
   * @param databases the names of all of them, in order
   * @param word {@code applied}, {@code reverted}, or what else was done to each migration
   */
  public static Map<String, @Nullable Object> outcome(
      Collection<String> databases, String word, Outcome outcome) {
    String ending =
        outcome.match(
            new Outcome.Cases<String>() {
              @Override
              public String completed(Outcome.Completed completed) {
                return "completed";
              }

              @Override
              public String stopped(Outcome.Stopped stopped) {
                return "stopped";
              }

              @Override
              public String refused(Outcome.Refused refused) {
                return "refused";
              }
            });
    List<Map<String, @Nullable Object>> each = new ArrayList<>();
    for (String database : databases) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("name", database);
      entry.put(
          word,
          outcome.finished().stream()
              .filter(finished -> finished.planned().database().equals(database))
              .map(Documents::finished)
              .toList());
      entry.put("outcome", ending);
      each.add(entry);
    }
    return JsonDocument.map("databases", each);
  }

  private static Map<String, @Nullable Object> finished(Outcome.Finished finished) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("id", finished.planned().migration().id().toString());
    entry.put("name", finished.planned().migration().name());
    entry.put("durationMs", finished.durationMs());
    entry.put("lockWaitMs", finished.lockWaitMs());
    entry.put("statements", finished.statements());
    return entry;
  }

  /** A plan, statement by statement. */
  public static Map<String, @Nullable Object> plan(Plan plan) {
    List<Map<String, @Nullable Object>> migrations = new ArrayList<>();
    for (PlannedMigration planned : plan.migrations()) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("database", planned.database());
      entry.put("id", planned.migration().id().toString());
      entry.put("name", planned.migration().name());
      entry.put("direction", planned.direction().word());
      entry.put("execution", word(planned.execution()));
      entry.put("file", planned.script().map(Script::file).orElse(planned.migration().file()));
      entry.put(
          "checksum", planned.script().map(script -> script.checksum().toString()).orElse(null));
      entry.put("settings", planned.settings());
      List<Map<String, @Nullable Object>> statements = new ArrayList<>();
      for (Step step : Steps.of(planned)) {
        Map<String, @Nullable Object> statement = new LinkedHashMap<>();
        statement.put("ordinal", step.ordinal());
        statement.put("line", step.statement().span().line());
        statement.put("column", step.statement().span().column());
        statement.put("placement", word(step.placement()));
        statement.put("lockTimeoutMs", step.timeouts().lock().toMillis());
        statement.put("statementTimeoutMs", step.timeouts().statement().toMillis());
        statement.put("locks", LintDocument.locks(step.locks()));
        statement.put("sql", step.statement().isLarge() ? null : step.statement().text());
        statements.add(statement);
      }
      entry.put("statements", statements);
      migrations.add(entry);
    }
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("transaction", word(plan.grouping()));
    data.put("fingerprints", plan.fingerprints());
    data.put("migrations", migrations);
    return data;
  }

  /** An enum's constant as JSON and people write it: lower case, with hyphens. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One event of a history. */
  public static Map<String, @Nullable Object> entry(HistoryEntry entry) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("version", entry.version());
    data.put("name", entry.name());
    data.put("direction", entry.direction().word());
    data.put("state", entry.state().word());
    data.put("appliedAt", entry.appliedAt().toString());
    data.put("durationMs", entry.durationMs());
    data.put("statementsDone", entry.statementsDone());
    data.put("appliedBy", entry.appliedBy());
    data.put("toolVersion", entry.toolVersion());
    data.put("checksum", Optional.ofNullable(entry.checksum()).map(Object::toString).orElse(null));
    data.put("error", entry.error());
    data.put("reason", entry.reason());
    data.put("batch", entry.batch());
    return data;
  }

  /** What a check found. */
  public static Map<String, @Nullable Object> check(CheckResult result) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", result.name());
    data.put("state", word(result.state()));
    data.put("detail", result.detail());
    data.put("action", result.action());
    return data;
  }
}
