package io.liftlock.runtime.render;

import io.liftlock.core.error.Place;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.report.Severity;
import io.liftlock.runtime.lint.LintResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings as a JUnit report, which most CI servers show: a test case for each finding. Errors and
 * warnings are failures, what somebody lives with and what could not be looked into is skipped,
 * advice passes with what it says. Where nothing was found, one case passes.
 */
public final class LintJunit {

  private LintJunit() {}

  /** The report. */
  public static String of(LintResult result) {
    List<String> cases = new ArrayList<>();
    int failures = 0;
    int skipped = 0;
    for (Finding finding : result.findings()) {
      String inner;
      if (finding.suppressed().isPresent()) {
        skipped++;
        inner = "<skipped message=\"" + attribute(finding.suppressed().get()) + "\"/>";
      } else if (finding.severity() == Severity.ADVICE) {
        inner = "<system-out>" + content(body(finding)) + "</system-out>";
      } else {
        failures++;
        inner =
            "<failure type=\"%s\" message=\"%s\">%s</failure>"
                .formatted(
                    finding.severity().word(),
                    attribute(finding.message()),
                    content(body(finding)));
      }
      cases.add(testCase(finding.place(), finding.rule() + " " + finding.place(), inner));
    }
    for (NotAnalysed missed : result.notAnalysed()) {
      skipped++;
      cases.add(
          testCase(
              missed.place(),
              "not analysed " + missed.place(),
              "<skipped message=\"" + attribute(missed.why()) + "\"/>"));
    }
    if (cases.isEmpty()) {
      cases.add("    <testcase classname=\"liftlock.lint\" name=\"nothing found\"/>\n");
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="liftlock lint" tests="%1$d" failures="%2$d" errors="0">
      <testsuite name="liftlock lint" tests="%1$d" failures="%2$d" errors="0" skipped="%3$d">
    %4$s  </testsuite>
    </testsuites>
    """
        .formatted(cases.size(), failures, skipped, String.join("", cases));
  }

  private static String testCase(Place place, String name, String inner) {
    String line = place.line() == 0 ? "" : " line=\"" + place.line() + "\"";
    return "    <testcase classname=\"%s\" name=\"%s\" file=\"%s\"%s>%s</testcase>\n"
        .formatted(attribute(place.file()), attribute(name), attribute(place.file()), line, inner);
  }

  private static String body(Finding finding) {
    return finding.place()
        + "\n"
        + finding.message()
        + "\n"
        + finding.breaks()
        + finding.fix().map(Fix::sql).map(sql -> "\n\n" + sql).orElse("");
  }

  private static String content(String text) {
    return allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String attribute(String text) {
    return content(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
  }

  /** XML 1.0 has no place for most control signs, not even escaped ones. */
  private static String allowed(String text) {
    return text.codePoints()
        .map(
            c ->
                c == '\n'
                        || c == '\t'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c > 0xFFFF
                    ? c
                    : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
