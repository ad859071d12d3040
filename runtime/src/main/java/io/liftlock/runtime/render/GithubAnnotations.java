package io.liftlock.runtime.render;

import io.liftlock.core.error.Place;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.report.Severity;
import io.liftlock.runtime.lint.LintResult;

/**
 * Findings as workflow commands that GitHub Actions turns into annotations beside the source:
 * GitHub documentation, "Workflow commands for GitHub Actions".
 */
public final class GithubAnnotations {

  private GithubAnnotations() {}

  /** One line for each open finding and for each statement that could not be looked into. */
  public static String of(LintResult result, RepositoryPaths paths) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : result.open()) {
      String message =
          finding.message()
              + "\n"
              + finding.breaks()
              + finding.fix().map(Fix::sql).map(sql -> "\n\n" + sql).orElse("");
      line(text, command(finding.severity()), finding.place(), paths, finding.rule(), message);
    }
    for (NotAnalysed missed : result.notAnalysed()) {
      line(text, "warning", missed.place(), paths, "not analysed", missed.why());
    }
    return text.toString();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case ADVICE -> "notice";
    };
  }

  private static void line(
      StringBuilder text,
      String command,
      Place place,
      RepositoryPaths paths,
      String title,
      String message) {
    text.append("::").append(command).append(" file=").append(property(paths.path(place.file())));
    if (place.line() > 0) {
      text.append(",line=").append(place.line());
    }
    if (place.column() > 0) {
      text.append(",col=").append(place.column());
    }
    text.append(",title=").append(property(title)).append("::").append(data(message)).append('\n');
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
