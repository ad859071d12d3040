package io.liftlock.runtime.render;

import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.LoadTrace;
import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.report.TraceCopy;
import io.liftlock.core.report.TraceReport;
import io.liftlock.core.report.TracedStatement;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.RelationName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What statements did on a copy, as a document. The names of its fields are public API. */
public final class TraceDocument {

  private TraceDocument() {}

  /** All of it; the statements of every database in one list, in the order they ran. */
  public static Map<String, @Nullable Object> of(List<TraceReport> reports) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put(
        "statements",
        reports.stream()
            .flatMap(report -> report.statements().stream().map(each -> statement(report, each)))
            .toList());
    data.put(
        "load",
        reports.stream()
            .flatMap(report -> report.load().stream().map(each -> load(report, each)))
            .toList());
    data.put("databases", reports.stream().map(TraceDocument::database).toList());
    return data;
  }

  private static Map<String, @Nullable Object> statement(
      TraceReport report, TracedStatement traced) {
    StatementTrace trace = traced.trace();
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("database", report.database());
    data.put("migration", traced.migration());
    place(data, trace.place());
    data.put("statement", trace.statement());
    data.put("transaction", traced.transaction() == 0 ? null : traced.transaction());
    data.put("locks", trace.locks().stream().map(TraceDocument::lock).toList());
    data.put("rewritten", names(trace.rewritten()));
    data.put("scanned", names(trace.scanned()));
    data.put("rows", trace.rows() < 0 ? null : trace.rows());
    data.put("walBytes", trace.walBytes() < 0 ? null : trace.walBytes());
    data.put("startMs", trace.startMs());
    data.put("durationMs", trace.durationMs());
    data.put("sqlState", trace.sqlState().orElse(null));
    data.put("failure", trace.failure().map(Problem::message).orElse(null));
    data.put("forecast", traced.forecast().map(TraceDocument::forecast).orElse(null));
    data.put("surprises", traced.surprises());
    return data;
  }

  private static Map<String, @Nullable Object> lock(ObservedLock lock) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("relation", lock.relation().toString());
    data.put("mode", lock.mode().word());
    data.put("fromMs", lock.fromMs());
    data.put("heldMs", lock.heldMs());
    data.put("blocksReads", lock.mode().blocksReads());
    data.put("blocksWrites", lock.mode().blocksWrites());
    return data;
  }

  private static Map<String, @Nullable Object> forecast(Forecast forecast) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("locks", LintDocument.locks(forecast.locks()));
    data.put("scanned", names(forecast.scanned()));
    data.put("rewritten", names(forecast.rewritten()));
    data.put("sqlState", forecast.failure().map(Forecast.Failure::sqlState).orElse(null));
    data.put("unknown", forecast.unknown());
    return data;
  }

  private static Map<String, @Nullable Object> load(TraceReport report, LoadTrace each) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("database", report.database());
    place(data, each.place());
    data.put("statement", each.statement());
    data.put("runs", each.runs());
    data.put("medianMs", number(each.medianMs()));
    data.put("longestMs", number(each.longestMs()));
    data.put("failures", each.failures());
    data.put("failure", each.failure().map(Problem::message).orElse(null));
    return data;
  }

  /** Three digits behind the point: what is measured is whole microseconds. */
  private static RawJson number(double value) {
    return new RawJson(String.format(Locale.ROOT, "%.3f", value));
  }

  private static Map<String, @Nullable Object> database(TraceReport report) {
    TraceCopy copy = report.copy();
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", report.database());
    data.put("server", report.server());
    data.put("copy", copy.where());
    data.put("rows", copy.rows());
    Map<String, @Nullable Object> tables = new LinkedHashMap<>();
    for (Map.Entry<ObjectId, Long> table : new TreeMap<>(copy.tables()).entrySet()) {
      tables.put(table.getKey().qualified(), table.getValue());
    }
    data.put("tables", tables);
    data.put("leftOut", copy.leftOut());
    data.put("copyMs", copy.durationMs());
    data.put("budgetMs", report.budgetMs());
    data.put("overBudget", report.overBudget().size());
    return data;
  }

  private static void place(Map<String, @Nullable Object> data, Place place) {
    data.put("file", place.file());
    data.put("line", place.line() == 0 ? null : place.line());
    data.put("column", place.column() == 0 ? null : place.column());
  }

  private static List<String> names(Collection<RelationName> relations) {
    return relations.stream().map(RelationName::toString).toList();
  }
}
