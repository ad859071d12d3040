package io.liftlock.postgres.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static boolean canBecome(String from, String to) {
    return arguments(from).canBecome(arguments(to));
  }

  private static Arguments arguments(String text) {
    return Arguments.of(
        SchemaObject.builder(ObjectId.of(ObjectKind.FUNCTION, "app", "f"))
            .set(Property.ARGUMENTS, text)
            .build());
  }

  @Test
  void takesNewDefaultsButLosesNoneAndRenamesNone() {
    assertThat(canBecome("a integer, b text", "a integer, b text DEFAULT 'x'::text")).isTrue();
    assertThat(canBecome("a integer DEFAULT 1", "a integer DEFAULT 2")).isTrue();
    assertThat(canBecome("a integer DEFAULT 1", "a integer")).isFalse();
    assertThat(canBecome("a integer", "b integer")).isFalse();
    assertThat(canBecome("", "")).isTrue();
  }

  @Test
  void isNotMisledByCommasAndWordsInQuotesAndBrackets() {
    assertThat(
            arguments(
                    "a text DEFAULT 'it''s, DEFAULT'::text, \", DEFAULT \" numeric(3, 1),"
                        + " c text DEFAULT E'\\', '::text, d integer[] DEFAULT ARRAY[1, 2]")
                .list())
        .containsExactly(
            new Arguments.Argument("a text", true),
            new Arguments.Argument("\", DEFAULT \" numeric(3, 1)", false),
            new Arguments.Argument("c text", true),
            new Arguments.Argument("d integer[]", true));
  }
}
