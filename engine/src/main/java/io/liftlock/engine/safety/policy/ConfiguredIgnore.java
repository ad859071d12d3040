package io.liftlock.engine.safety.policy;

import io.liftlock.core.error.Place;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Finding;
import io.liftlock.core.sql.RelationName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Findings that a configuration says to live with.
 *
 * @param rule the rule's id
 * @param file the files it is about, where it is not about all
 * @param table the tables it is about, with or without their schema, where it is not about all
 * @param because why
 * @param place where the configuration says so
 */
public record ConfiguredIgnore(
    String rule,
    Optional<NamePattern> file,
    Optional<NamePattern> table,
    String because,
    Place place) {

  /** Whether it is about a finding. */
  public boolean covers(Finding finding) {
    return finding.rule().equals(rule)
        && file.map(pattern -> pattern.matches(finding.place().file())).orElse(true)
        && table.map(pattern -> touched(finding).anyMatch(pattern::matches)).orElse(true);
  }

  private static Stream<String> touched(Finding finding) {
    Stream<RelationName> relations =
        Stream.concat(
            finding.forecast().locks().stream().map(ExpectedLock::relation),
            Stream.concat(
                finding.forecast().scanned().stream(), finding.forecast().rewritten().stream()));
    return relations.flatMap(
        name ->
            name.schema() == null
                ? Stream.of(name.name())
                : Stream.of(name.name(), name.schema() + "." + name.name()));
  }
}
