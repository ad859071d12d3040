package io.liftlock.engine.safety.remedy;

import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import java.util.stream.Collectors;

/**
 * A unique or primary key as the index that it stands on and what is said of the constraint itself.
 *
 * @param index the columns and what follows them in CREATE INDEX
 * @param kind the words of the constraint
 * @param characteristics DEFERRABLE and the like; may be empty
 */
record KeyText(String index, String kind, String characteristics) {

  /**
   * The parts of {@code UNIQUE [NULLS NOT DISTINCT] (…) [INCLUDE (…)] [WITH (…)] [USING INDEX
   * TABLESPACE …] [DEFERRABLE …]}.
   */
  static KeyText of(ConstraintDefinition key) {
    Words words = Words.of(Constraints.body(key));
    StringBuilder index = new StringBuilder();
    int i = key.kind() == Kind.PRIMARY_KEY ? 2 : 1;
    String nulls = "";
    if (words.tokens().isWord(i, "nulls")) {
      int end = words.tokens().isWord(i + 1, "not") ? i + 3 : i + 2;
      nulls = " " + words.text(i, end);
      i = end;
    }
    if (words.tokens().isSign(i, "(")) {
      int end = words.tokens().behindParens(i);
      index.append(words.text(i, end));
      i = end;
    } else {
      index.append(
          key.columns().stream().map(Target::quoted).collect(Collectors.joining(", ", "(", ")")));
    }
    if (words.tokens().isWord(i, "include")) {
      int end = words.tokens().behindParens(i + 1);
      index.append(' ').append(words.text(i, end));
      i = end;
    }
    index.append(nulls);
    if (words.tokens().isWord(i, "with")) {
      int end = words.tokens().behindParens(i + 1);
      index.append(' ').append(words.text(i, end));
      i = end;
    }
    if (words.tokens().areWords(i, "using", "index", "tablespace")) {
      index.append(' ').append(words.text(i + 2, i + 4));
      i += 4;
    }
    return new KeyText(
        index.toString(),
        key.kind() == Kind.PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE",
        words.text(i, words.size()));
  }

  /** The constraint that takes an index over. */
  String constraint(String indexName) {
    return (kind + " USING INDEX " + indexName + " " + characteristics).strip();
  }
}
