package io.liftlock.runtime.lint;

import io.liftlock.core.error.UserError;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.policy.LintSettings;
import io.liftlock.engine.safety.policy.RuleIds;
import io.liftlock.engine.safety.rules.AllRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of the rules, which the build packs beside the rules. */
public final class RulePages {

  private static final Pattern FIRST_PARAGRAPH =
      Pattern.compile("\\A# [^\\n]*\\n\\s*\\n(.+?)(?:\\n\\s*\\n|\\z)", Pattern.DOTALL);
  private static final Pattern FIRST_SENTENCE = Pattern.compile("\\A(.+?[.])(?=\\s|\\z)");

  private RulePages() {}

  /** Every rule, in the order of their ids. */
  public static List<RuleInfo> all(LintSettings settings) {
    return AllRules.all().stream()
        .map(rule -> info(rule, settings))
        .sorted((left, right) -> left.id().compareTo(right.id()))
        .toList();
  }

  /**
   * The rule of an id.
   *
   * @throws UserError RULE_UNKNOWN where there is none
   */
  public static RuleInfo find(String id) {
    return AllRules.find(id)
        .map(rule -> info(rule, LintSettings.NONE))
        .orElseThrow(() -> new UserError(RuleIds.all().unknown(id, null)));
  }

  private static RuleInfo info(Rule rule, LintSettings settings) {
    String page = page(rule.id());
    return new RuleInfo(
        rule.id(), rule.dialect(), rule.severity(), settings.severity(rule), title(page), page);
  }

  /** The page of a rule; empty where the build did not pack it. */
  static String page(String id) {
    try (InputStream in = Rule.class.getResourceAsStream("/io/liftlock/rules/" + id + ".md")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first sentence of a page, without marks. */
  static String title(String page) {
    Matcher paragraph = FIRST_PARAGRAPH.matcher(page);
    if (!paragraph.find()) {
      return "";
    }
    String text = paragraph.group(1).replaceAll("\\s+", " ").replace("`", "").strip();
    Matcher sentence = FIRST_SENTENCE.matcher(text);
    return sentence.find() ? sentence.group(1) : text;
  }
}
