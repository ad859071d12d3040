package io.liftlock.runtime.transfer;

import io.liftlock.core.error.Problem;
import java.time.Instant;
import java.util.Optional;

/** What is asked while a copy begins, before a row moves. */
public interface CopyQuestions {

  /** Nobody is there to answer: nothing is accepted, and nothing is known. */
  CopyQuestions NOBODY =
      new CopyQuestions() {
        @Override
        public boolean acceptsWeaker(Problem lost) {
          return false;
        }

        @Override
        public Optional<Instant> sourceExpires() {
          return Optional.empty();
        }
      };

  /**
   * Whether to copy although not everything is read at one instant.
   *
   * @param lost what is lost, and why
   */
  boolean acceptsWeaker(Problem lost);

  /** When the source will be gone, which small rented servers are; empty where nobody knows. */
  Optional<Instant> sourceExpires();
}
