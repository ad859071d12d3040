package io.liftlock.runtime.render;

import io.liftlock.core.error.Place;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.report.Severity;
import io.liftlock.runtime.lint.LintResult;
import io.liftlock.runtime.lint.RuleInfo;
import io.liftlock.runtime.lint.RulePages;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Findings as SARIF 2.1.0, the format of code scanning (OASIS standard "Static Analysis Results
 * Interchange Format"). The rules that found something come along with their pages.
 */
public final class Sarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private Sarif() {}

  /** The document. */
  public static String of(LintResult result, RepositoryPaths paths) {
    return of(result, paths, RulePages::find);
  }

  static String of(LintResult result, RepositoryPaths paths, Function<String, RuleInfo> pages) {
    Map<String, RuleInfo> rules = new TreeMap<>();
    for (Finding finding : result.findings()) {
      rules.computeIfAbsent(finding.rule(), pages);
    }
    List<String> order = List.copyOf(rules.keySet());
    Map<String, @Nullable Object> driver = new LinkedHashMap<>();
    driver.put("name", "liftlock");
    driver.put("rules", rules.values().stream().map(Sarif::rule).toList());
    Map<String, @Nullable Object> run = new LinkedHashMap<>();
    run.put("tool", JsonDocument.map("driver", driver));
    run.put("columnKind", "unicodeCodePoints");
    run.put(
        "results",
        result.findings().stream().map(finding -> result(finding, order, paths)).toList());
    run.put("invocations", List.of(invocation(result, paths)));
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("$schema", SCHEMA);
    document.put("version", "2.1.0");
    document.put("runs", List.of(run));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonDocument.write(bytes, document);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, @Nullable Object> rule(RuleInfo rule) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", rule.id());
    data.put("shortDescription", text(rule.title().isEmpty() ? rule.id() : rule.title()));
    Map<String, @Nullable Object> help = new LinkedHashMap<>();
    help.put("text", rule.page().isEmpty() ? rule.id() : rule.page());
    help.put("markdown", rule.page().isEmpty() ? rule.id() : rule.page());
    data.put("help", help);
    data.put("defaultConfiguration", JsonDocument.map("level", level(rule.usual())));
    return data;
  }

  private static Map<String, @Nullable Object> result(
      Finding finding, List<String> order, RepositoryPaths paths) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("ruleId", finding.rule());
    data.put("ruleIndex", order.indexOf(finding.rule()));
    data.put("level", level(finding.severity()));
    data.put(
        "message",
        text(
            finding.message()
                + ". "
                + finding.breaks()
                + "."
                + finding.fix().map(Fix::sql).map(sql -> "\n\n" + sql).orElse("")));
    data.put("locations", List.of(location(finding.place(), paths)));
    if (finding.suppressed().isPresent()) {
      Map<String, @Nullable Object> suppression = new LinkedHashMap<>();
      suppression.put("kind", "inSource");
      suppression.put("justification", finding.suppressed().get());
      data.put("suppressions", List.of(suppression));
    }
    return data;
  }

  /** What could not be looked into is told as a notification: it is no result of any rule. */
  private static Map<String, @Nullable Object> invocation(
      LintResult result, RepositoryPaths paths) {
    List<Map<String, @Nullable Object>> notifications = new ArrayList<>();
    for (NotAnalysed missed : result.notAnalysed()) {
      Map<String, @Nullable Object> data = new LinkedHashMap<>();
      data.put("level", "warning");
      data.put("message", text("not analysed: " + missed.why()));
      data.put("locations", List.of(location(missed.place(), paths)));
      notifications.add(data);
    }
    Map<String, @Nullable Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", true);
    invocation.put("toolExecutionNotifications", notifications);
    return invocation;
  }

  private static Map<String, @Nullable Object> location(Place place, RepositoryPaths paths) {
    Map<String, @Nullable Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", JsonDocument.map("uri", uri(paths.path(place.file()))));
    if (place.line() > 0) {
      Map<String, @Nullable Object> region = new LinkedHashMap<>();
      region.put("startLine", place.line());
      if (place.column() > 0) {
        region.put("startColumn", place.column());
      }
      physical.put("region", region);
    }
    return JsonDocument.map("physicalLocation", physical);
  }

  private static String uri(String path) {
    try {
      return path.startsWith("/")
          ? new URI("file", "", path, null).toASCIIString()
          : new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private static Map<String, @Nullable Object> text(String text) {
    return JsonDocument.map("text", text);
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case ADVICE -> "note";
    };
  }
}
