package io.liftlock.core.change;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import java.util.ArrayList;
import java.util.List;

/** What may be destroyed, as {@code --allow} names it. Nothing is by default. */
public final class Allowance {

  /** Nothing may be destroyed. */
  public static final Allowance NOTHING = new Allowance(false, List.of());

  private final boolean everything;
  private final List<Entry> entries;

  /** One kind of loss, of one object or, where that is empty, of any. */
  private record Entry(Loss.Kind kind, String object) {}

  private Allowance(boolean everything, List<Entry> entries) {
    this.everything = everything;
    this.entries = entries;
  }

  /**
   * Reads what a person allows.
   *
   * @param texts each {@code all}, a kind ({@code drop-column}), or a kind and an object ({@code
   *     drop-column:users.phone}, with or without the schema), several with commas between
   * @throws UserError USAGE for a kind that there is not
   */
  public static Allowance parse(List<String> texts) {
    List<Entry> entries = new ArrayList<>();
    boolean everything = false;
    for (String text : texts) {
      for (String part : text.split(",", -1)) {
        if (part.isBlank()) {
          continue;
        }
        if (part.strip().equals("all")) {
          everything = true;
          continue;
        }
        int colon = part.indexOf(':');
        String word = (colon < 0 ? part : part.substring(0, colon)).strip();
        entries.add(new Entry(kind(word), colon < 0 ? "" : part.substring(colon + 1).strip()));
      }
    }
    return new Allowance(everything, List.copyOf(entries));
  }

  private static Loss.Kind kind(String word) {
    List<String> words = new ArrayList<>();
    for (Loss.Kind kind : Loss.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
      words.add(kind.word());
    }
    String meant = Suggestion.didYouMean(word, words);
    throw new UserError(
        Problem.error(ErrorCode.USAGE, "--allow knows no " + word)
            .action(meant == null ? "one of: all, " + String.join(", ", words) : meant));
  }

  /** Whether that may be lost. */
  public boolean permits(Loss loss) {
    String name = loss.object().qualified();
    return everything
        || entries.stream()
            .filter(entry -> entry.kind() == loss.kind())
            .anyMatch(
                entry ->
                    entry.object().isEmpty()
                        || name.equals(entry.object())
                        || name.endsWith("." + entry.object()));
  }
}
