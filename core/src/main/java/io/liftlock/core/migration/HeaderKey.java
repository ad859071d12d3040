package io.liftlock.core.migration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that the comments at the head of a migration may have. */
enum HeaderKey {
  MIGRATION("Migration"),
  PURPOSE("Purpose"),
  DESCRIPTION("Description"),
  DATE("Date"),
  AUTHOR("Author"),
  TICKET("Ticket"),
  BREAKING_CHANGES("Breaking Changes"),
  DATA_IMPACT("Data-impact"),
  NOTES("Notes"),
  ROLLBACK("Rollback"),
  SETTINGS("Settings"),
  DATABASE("Database"),
  DEPENDS("Depends", "dependson"),
  TRANSACTION("Transaction"),
  LOCK_TIMEOUT("Lock-timeout"),
  STATEMENT_TIMEOUT("Statement-timeout"),
  LINT_IGNORE("Lint-ignore");

  private static final Map<String, HeaderKey> BY_WORD = new HashMap<>();
  private static final List<String> SPELLINGS;

  static {
    for (HeaderKey key : values()) {
      BY_WORD.put(plain(key.spelling), key);
      BY_WORD.put(key.other, key);
    }
    SPELLINGS = List.of(values()).stream().map(key -> key.spelling).toList();
  }

  private final String spelling;
  private final String other;

  HeaderKey(String spelling) {
    this(spelling, plain(spelling));
  }

  /** With another word that people use, in its plain form. */
  HeaderKey(String spelling, String other) {
    this.spelling = spelling;
    this.other = other;
  }

  /** The usual spelling, as documents and {@code new} write it. */
  String spelling() {
    return spelling;
  }

  /** Every key in its usual spelling. */
  static List<String> spellings() {
    return SPELLINGS;
  }

  /**
   * The key of a word; case, hyphens, underscores, spaces and a final s do not count ({@code
   * Authors}, {@code Setting}).
   */
  static @Nullable HeaderKey of(String word) {
    String plain = plain(word);
    HeaderKey key = BY_WORD.get(plain);
    if (key == null) {
      key = BY_WORD.get(plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain + "s");
    }
    return key;
  }

  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c != ' ' && c != '-' && c != '_') {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
