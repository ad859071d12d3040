package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.sql.RelationName;
import org.junit.jupiter.api.Test;

class FreshNamesTest {

  private static final RelationName A = RelationName.of("public", "a");
  private static final RelationName B = RelationName.of("public", "b");

  @Test
  void aLargerSetLeavesTheSmallerOneAsItWas() {
    FreshNames none = FreshNames.none();
    FreshNames one = none.and(A);
    FreshNames two = one.and(B);
    assertThat(none).isEmpty();
    assertThat(one).containsExactly(A).doesNotContain(B);
    assertThat(two).containsExactly(A, B);
    assertThat(two.and(A)).isSameAs(two);
    assertThatThrownBy(() -> one.and(B)).isInstanceOf(IllegalStateException.class);
  }
}
