package io.liftlock.engine.safety.policy;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.report.Finding;
import io.liftlock.core.sql.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody decided to live with, in files and in the configuration, and what of that still
 * means something. One for each run of linting.
 */
public final class Suppressions {

  private final List<ConfiguredIgnore> configured;
  private final List<FileIgnore> inFiles = new ArrayList<>();
  private final Set<Used> used = new HashSet<>();
  private final RuleIds ids = RuleIds.all();

  /** A rule that a place names and that found something there. */
  private record Used(Place place, String rule) {}

  /**
   * @param configured what the configuration says
   */
  public Suppressions(List<ConfiguredIgnore> configured) {
    this.configured = List.copyOf(configured);
  }

  /**
   * Reads what the comments of a script say.
   *
   * @param problems takes LINT_IGNORE_INVALID and RULE_UNKNOWN with their places
   */
  public void read(Script script, Problems problems) {
    inFiles.addAll(new IgnoreReader(ids, problems).read(script));
  }

  /** The findings in the same order, those that somebody lives with marked with the reason. */
  public List<Finding> mark(List<Finding> findings) {
    return findings.stream().map(this::mark).toList();
  }

  private Finding mark(Finding finding) {
    Finding marked = finding;
    for (FileIgnore ignore : inFiles) {
      if (ignore.covers(finding)) {
        used.add(new Used(ignore.place(), finding.rule()));
        marked = marked.suppressedBecause(ignore.because());
      }
    }
    for (ConfiguredIgnore ignore : configured) {
      if (ignore.covers(finding)) {
        used.add(new Used(ignore.place(), finding.rule()));
        marked = marked.suppressedBecause(ignore.because());
      }
    }
    return marked;
  }

  /** Warnings of comments that suppress nothing. */
  public List<Problem> uselessInFiles() {
    return inFiles.stream()
        .flatMap(ignore -> ignore.rules().stream().map(rule -> new Used(ignore.place(), rule)))
        .filter(named -> !used.contains(named))
        .map(named -> useless(named.rule(), named.place()))
        .toList();
  }

  /** Warnings of entries of the configuration that suppress nothing, where all files were read. */
  public List<Problem> uselessInConfiguration() {
    return configured.stream()
        .filter(ignore -> !used.contains(new Used(ignore.place(), ignore.rule())))
        .map(ignore -> useless(ignore.rule(), ignore.place()))
        .toList();
  }

  private static Problem useless(String rules, Place place) {
    return Problem.warning(
            ErrorCode.LINT_IGNORE_UNUSED, rules + " is ignored here, and finds nothing here")
        .at(place)
        .action("remove it, so that it hides nothing that comes later");
  }
}
