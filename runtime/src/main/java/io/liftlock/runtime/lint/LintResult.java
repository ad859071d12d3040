package io.liftlock.runtime.lint;

import io.liftlock.core.error.Problem;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.report.Severity;
import java.util.List;

/**
 * What linting found.
 *
 * @param databases how the scripts of each database were looked at; those that had none left out
 * @param findings all of them, those that somebody lives with among them
 * @param notAnalysed what could not be looked into
 * @param warnings what a person should know, suppressions that suppress nothing among them
 */
public record LintResult(
    List<LintedDatabase> databases,
    List<Finding> findings,
    List<NotAnalysed> notAnalysed,
    List<Problem> warnings) {

  /** Copies what it is given. */
  public LintResult {
    databases = List.copyOf(databases);
    findings = List.copyOf(findings);
    notAnalysed = List.copyOf(notAnalysed);
    warnings = List.copyOf(warnings);
  }

  /** What nobody decided to live with. */
  public List<Finding> open() {
    return findings.stream().filter(finding -> finding.suppressed().isEmpty()).toList();
  }

  /** How many open findings are of a severity. */
  public long count(Severity severity) {
    return open().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** How many files were looked at. */
  public int files() {
    return databases.stream().mapToInt(LintedDatabase::files).sum();
  }

  /** How many statements they have. */
  public int statements() {
    return databases.stream().mapToInt(LintedDatabase::statements).sum();
  }
}
