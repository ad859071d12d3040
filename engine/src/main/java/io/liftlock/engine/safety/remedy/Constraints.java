package io.liftlock.engine.safety.remedy;

import io.liftlock.core.syntax.ConstraintDefinition;

/** The texts of constraints as they were written. */
final class Constraints {

  private Constraints() {}

  /** The name, quoted; the one that the server would make up where none is given. */
  static String name(Target target, ConstraintDefinition constraint) {
    return Target.quoted(
        MadeUp.constraint(
            target.moment().outline(),
            target.moment().command(),
            target.alter().name(),
            constraint));
  }

  /** What it demands, without {@code CONSTRAINT name} and without {@code NOT VALID}. */
  static String body(ConstraintDefinition constraint) {
    Words words = Words.of(constraint.text());
    int begin = words.tokens().isWord(0, "constraint") ? 2 : 0;
    Words body = Words.of(words.text(begin, words.size()));
    int notValid = body.find("not", "valid");
    return notValid < 0 ? body.text() : body.without(notValid, notValid + 2).text();
  }
}
