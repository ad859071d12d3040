package io.liftlock.engine.safety.policy;

import io.liftlock.core.error.Place;
import io.liftlock.core.report.Finding;
import java.util.Set;

/**
 * Findings that a comment in a file says to live with.
 *
 * @param rules the rules' ids
 * @param because why
 * @param whole whether it is about the script as a whole, too
 * @param from where what it is about begins
 * @param to where that ends
 * @param place where the comment stands
 */
record FileIgnore(
    Set<String> rules, String because, boolean whole, Place from, Place to, Place place) {

  /** Whether it is about a finding. */
  boolean covers(Finding finding) {
    Place at = finding.place();
    return rules.contains(finding.rule())
        && at.file().equals(from.file())
        && (at.line() == 0 ? whole : !isBefore(at, from) && !isBefore(to, at));
  }

  static boolean isBefore(Place left, Place right) {
    return left.line() < right.line()
        || (left.line() == right.line() && left.column() < right.column());
  }
}
