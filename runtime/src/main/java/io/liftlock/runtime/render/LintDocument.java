package io.liftlock.runtime.render;

import io.liftlock.core.error.Place;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.Impact;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.sql.RelationName;
import io.liftlock.runtime.lint.LintResult;
import io.liftlock.runtime.lint.LintedDatabase;
import io.liftlock.runtime.lint.RuleInfo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What linting found, as a document. The names of its fields are public API. */
public final class LintDocument {

  private LintDocument() {}

  /** Everything that was found. */
  public static Map<String, @Nullable Object> of(LintResult result) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("findings", result.findings().stream().map(LintDocument::finding).toList());
    data.put("notAnalysed", result.notAnalysed().stream().map(LintDocument::missed).toList());
    data.put("databases", result.databases().stream().map(LintDocument::database).toList());
    return data;
  }

  /** One finding. */
  public static Map<String, @Nullable Object> finding(Finding finding) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("rule", finding.rule());
    data.put("severity", finding.severity().word());
    place(data, finding.place());
    data.put("ordinal", finding.ordinal() == 0 ? null : finding.ordinal());
    data.put("statement", finding.statement().isEmpty() ? null : finding.statement());
    data.put("message", finding.message());
    data.put("breaks", finding.breaks());
    Forecast forecast = finding.forecast();
    data.put("locks", locks(forecast.locks()));
    data.put("scanned", names(forecast.scanned()));
    data.put("rewritten", names(forecast.rewritten()));
    data.put("fails", forecast.failure().map(LintDocument::failure).orElse(null));
    data.put("impact", finding.impact().map(LintDocument::impact).orElse(null));
    data.put("suggestion", finding.fix().map(Fix::sql).orElse(null));
    data.put("fix", finding.fix().map(LintDocument::fix).orElse(null));
    data.put("suppressed", finding.suppressed().orElse(null));
    return data;
  }

  /** Locks, each with its mode as {@code pg_locks} names it. */
  public static List<Map<String, @Nullable Object>> locks(List<ExpectedLock> locks) {
    return locks.stream()
        .map(
            lock -> {
              Map<String, @Nullable Object> data = new LinkedHashMap<>();
              data.put("relation", lock.relation().toString());
              data.put("mode", lock.mode().word());
              return data;
            })
        .toList();
  }

  /** How long others wait. */
  public static Map<String, @Nullable Object> impact(Impact impact) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("blockedMs", impact.blocked().toMillis());
    data.put("rows", impact.rows());
    data.put("bytes", impact.bytes());
    return data;
  }

  private static Map<String, @Nullable Object> failure(Forecast.Failure failure) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("sqlState", failure.sqlState());
    data.put("why", failure.why());
    return data;
  }

  private static Map<String, @Nullable Object> fix(Fix fix) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("kind", Documents.word(fix.kind()));
    data.put("steps", fix.steps().stream().map(LintDocument::step).toList());
    return data;
  }

  private static Map<String, @Nullable Object> step(SafeStep step) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("why", step.why());
    data.put("where", Documents.word(step.where()));
    data.put("sql", step.sql());
    return data;
  }

  private static Map<String, @Nullable Object> missed(NotAnalysed missed) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    place(data, missed.place());
    data.put("statement", missed.statement().isEmpty() ? null : missed.statement());
    data.put("why", missed.why());
    return data;
  }

  private static Map<String, @Nullable Object> database(LintedDatabase database) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", database.name());
    data.put("dialect", database.dialect().word());
    data.put("serverVersion", database.serverVersion());
    data.put("serverVersionFrom", Documents.word(database.source()));
    data.put("files", database.files());
    data.put("statements", database.statements());
    return data;
  }

  /** All rules. */
  public static Map<String, @Nullable Object> rules(List<RuleInfo> rules) {
    return JsonDocument.map("rules", rules.stream().map(LintDocument::entry).toList());
  }

  /** One rule with its page. */
  public static Map<String, @Nullable Object> rule(RuleInfo rule) {
    Map<String, @Nullable Object> data = entry(rule);
    data.put("page", rule.page());
    return data;
  }

  private static Map<String, @Nullable Object> entry(RuleInfo rule) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("rule", rule.id());
    data.put("dialect", rule.dialect().word());
    data.put("severity", rule.word());
    data.put("usualSeverity", rule.usual().word());
    data.put("title", rule.title());
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
