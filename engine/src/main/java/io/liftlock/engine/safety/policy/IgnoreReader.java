package io.liftlock.engine.safety.policy;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.sql.IgnoreComment;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the comments of a script say to live with: {@code Lint-ignore: RULE because REASON}.
 * Above the first statement it holds for the whole script, at the end of a statement's last line or
 * inside it for that statement, elsewhere for the statement below.
 */
final class IgnoreReader {

  private static final Pattern FORM = Pattern.compile("(?is)(.*?)(?:\\bbecause\\b[\\s:,]*(.*))?");

  private final RuleIds ids;
  private final Problems problems;

  /**
   * @param problems takes what is wrong with them: LINT_IGNORE_INVALID, RULE_UNKNOWN
   */
  IgnoreReader(RuleIds ids, Problems problems) {
    this.ids = ids;
    this.problems = problems;
  }

  /** One statement or all, and where that ends. */
  private record Extent(boolean whole, Place from, Place to) {}

  List<FileIgnore> read(Script script) {
    List<FileIgnore> ignores = new ArrayList<>();
    List<Extent> extents = new ArrayList<>();
    if (!script.ignores().isEmpty() || script.isHeld()) {
      for (Statement statement : script) {
        Extent extent = extent(statement);
        extents.add(extent);
        inside(script, statement, extent, ignores);
      }
    }
    for (IgnoreComment comment : script.ignores()) {
      Place place = new Place(script.file(), comment.line(), comment.column());
      meant(extents, place)
          .ifPresentOrElse(
              extent -> read(comment, place, extent).ifPresent(ignores::add),
              () ->
                  problems.add(
                      Problem.error(
                              ErrorCode.LINT_IGNORE_INVALID,
                              "no statement stands below this Lint-ignore")
                          .at(place)
                          .action("put it above the statement that is meant, or remove it")));
    }
    return ignores;
  }

  private static Extent extent(Statement statement) {
    String text = statement.isLarge() ? "" : statement.text();
    return new Extent(
        false,
        statement.span().place(),
        statement.span().place(text, Math.max(0, text.length() - 1)));
  }

  /** What a comment between statements is about. */
  private static Optional<Extent> meant(List<Extent> extents, Place comment) {
    if (extents.isEmpty()) {
      return Optional.empty();
    }
    if (FileIgnore.isBefore(comment, extents.get(0).from())) {
      return Optional.of(
          new Extent(true, extents.get(0).from(), extents.get(extents.size() - 1).to()));
    }
    Extent ending = null;
    for (Extent extent : extents) {
      if (extent.to().line() == comment.line() && FileIgnore.isBefore(extent.from(), comment)) {
        ending = extent;
      } else if (FileIgnore.isBefore(comment, extent.from())) {
        return Optional.of(ending == null ? extent : ending);
      }
    }
    return Optional.ofNullable(ending);
  }

  /** Comments inside a statement, which the cutting of files leaves where they are. */
  private void inside(Script script, Statement statement, Extent extent, List<FileIgnore> ignores) {
    for (IgnoreComment comment : IgnoreComment.in(statement, script.dialect())) {
      Place place = new Place(script.file(), comment.line(), comment.column());
      read(comment, place, extent).ifPresent(ignores::add);
    }
  }

  private Optional<FileIgnore> read(IgnoreComment comment, Place place, Extent extent) {
    Matcher form = FORM.matcher(comment.text());
    String named = form.matches() ? form.group(1) : comment.text();
    String because = form.matches() && form.group(2) != null ? form.group(2).strip() : "";
    Set<String> rules = new LinkedHashSet<>();
    for (String word : named.strip().split("[,\\s]+")) {
      if (!word.isEmpty()) {
        rules.add(word);
      }
    }
    if (rules.isEmpty() || because.isEmpty()) {
      problems.add(
          Problem.error(
                  ErrorCode.LINT_IGNORE_INVALID,
                  rules.isEmpty()
                      ? "this Lint-ignore names no rule"
                      : "this Lint-ignore gives no reason: those who read it later will ask")
              .at(place)
              .action("write  -- Lint-ignore: RULE because REASON"));
      return Optional.empty();
    }
    boolean known = true;
    for (String rule : rules) {
      known &= ids.check(rule, place, problems);
    }
    return known
        ? Optional.of(
            new FileIgnore(rules, because, extent.whole(), extent.from(), extent.to(), place))
        : Optional.empty();
  }
}
