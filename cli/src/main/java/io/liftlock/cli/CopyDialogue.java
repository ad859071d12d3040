package io.liftlock.cli;

import io.liftlock.core.error.Problem;
import io.liftlock.runtime.transfer.CopyQuestions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal what a copy needs to know; where nobody watches, nobody. */
final class CopyDialogue implements CopyQuestions {

  private static final String WHEN =
      "The source is a small server. When will it be gone (2026-12-01; never, or nothing, if it"
          + " will not)?";

  private final Invocation invocation;
  private final OptionForms.@Nullable Expiry said;

  /**
   * @param said when the source will be gone, where the command line says it
   */
  CopyDialogue(Invocation invocation, OptionForms.@Nullable Expiry said) {
    this.invocation = invocation;
    this.said = said;
  }

  @Override
  public boolean acceptsWeaker(Problem lost) {
    return invocation.options().yes
        || (invocation.terminal().interactive()
            && invocation.terminal().confirms(lost.message() + "\nCopy all the same?"));
  }

  @Override
  public Optional<Instant> sourceExpires() {
    if (said != null || invocation.options().yes || !invocation.terminal().interactive()) {
      return Optional.empty();
    }
    Optional<String> answer = invocation.terminal().asks(WHEN);
    Optional<OptionForms.Expiry> expiry = answer.flatMap(OptionForms.Expiry::parse);
    while (expiry.isEmpty() && !answer.orElse("").isEmpty()) {
      answer = invocation.terminal().asks("That is no date. " + WHEN);
      expiry = answer.flatMap(OptionForms.Expiry::parse);
    }
    return expiry.flatMap(OptionForms.Expiry::at);
  }
}
