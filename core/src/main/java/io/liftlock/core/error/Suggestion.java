package io.liftlock.core.error;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a person probably meant. */
public final class Suggestion {

  private Suggestion() {}

  /**
   * The known word nearest to the written one, if any is near: at most a third of its letters
   * (rounded up, at least one) inserted, left out, exchanged or swapped with their neighbour. Case,
   * hyphens, underscores and spaces do not count.
   */
  public static Optional<String> closest(String written, Collection<String> known) {
    String wanted = plain(written);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      String plain = plain(candidate);
      int budget = (Math.max(wanted.length(), plain.length()) + 2) / 3;
      if (Math.abs(wanted.length() - plain.length()) > budget) {
        continue;
      }
      int distance = distance(wanted, plain);
      // A word in which everything is exchanged is another word, not a slip.
      boolean kin = distance < Math.max(wanted.length(), plain.length());
      if (kin && distance <= budget && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code did you mean X?}, or null where nothing is near: ready for a problem's action. */
  public static @Nullable String didYouMean(String written, Collection<String> known) {
    return closest(written, known).map(word -> "did you mean " + word + "?").orElse(null);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /**
   * The number of edits between two words: insertion, deletion, exchange, and the swap of two
   * neighbours (optimal string alignment, the restricted form of the Damerau-Levenshtein distance).
   */
  public static int distance(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int exchange = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + exchange);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[right.length()];
  }
}
