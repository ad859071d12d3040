package io.liftlock.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

  private static final List<String> KEYS = List.of("Purpose", "Lock-timeout", "Rollback", "Date");

  @Test
  void findsTheNearWord() {
    assertThat(Suggestion.closest("purpsoe", KEYS)).contains("Purpose");
    assertThat(Suggestion.closest("lock timeuot", KEYS)).contains("Lock-timeout");
    assertThat(Suggestion.closest("LOCK_TIMEOUT", KEYS)).contains("Lock-timeout");
    assertThat(Suggestion.closest("zebra", KEYS)).isEmpty();
    assertThat(Suggestion.didYouMean("rolback", KEYS)).isEqualTo("did you mean Rollback?");
    assertThat(Suggestion.didYouMean("xyz", KEYS)).isNull();
  }

  @Test
  void countsASwapAsOneEdit() {
    assertThat(Suggestion.distance("abcd", "abdc")).isEqualTo(1);
    assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
    assertThat(Suggestion.distance("same", "same")).isZero();
  }
}
