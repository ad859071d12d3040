package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.Problems;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IgnoreCommentsTest {

  private static ScriptFile read(String text) {
    return new ScriptReader()
        .read(
            ScriptSource.of("a.sql", text),
            Dialect.POSTGRES,
            line ->
                line.strip().equals("-- Rollback") ? Optional.of(Section.DOWN) : Optional.empty(),
            new Problems());
  }

  @Test
  void areKeptWithTheSectionTheyStandIn() {
    ScriptFile file =
        read(
            """
            -- Purpose: x
            -- Lint-ignore: first because of this
            --   and of that
            -- Author: somebody
            SELECT 1; -- lint-ignore: second because two
            /* liftlock:lint-ignore third because three */
            SELECT 'Lint-ignore: text because it is one';
            -- Rollback
            -- Lint-ignore: fourth because four
            SELECT 2;
            """);
    assertThat(file.up().ignores())
        .containsExactly(
            new IgnoreComment("first because of this and of that", 2, 4),
            new IgnoreComment("second because two", 5, 14),
            new IgnoreComment("third because three", 6, 4));
    assertThat(file.down().orElseThrow().ignores())
        .containsExactly(new IgnoreComment("fourth because four", 9, 4));
  }

  @Test
  void insideAStatementTheyAreFoundOutsideOfItsStrings() {
    Script script =
        read("""
        ALTER TABLE a -- Lint-ignore: one because it is small
          ADD COLUMN b text DEFAULT '-- Lint-ignore: no because it is a string',
          -- Lint-ignore: two because größer
          ADD COLUMN c text;
        """)
            .up();
    assertThat(IgnoreComment.in(script.iterator().next(), Dialect.POSTGRES))
        .containsExactly(
            new IgnoreComment("one because it is small", 1, 15),
            new IgnoreComment("two because größer", 3, 3));
    assertThat(script.ignores()).isEqualTo(List.of());
  }

  @Test
  void proseIsNone() {
    assertThat(read("-- We lint ignore files: no\n-- lint-ignored: yes\nSELECT 1;").up().ignores())
        .isEmpty();
  }
}
