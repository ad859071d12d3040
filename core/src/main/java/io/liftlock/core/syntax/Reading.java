package io.liftlock.core.syntax;

import java.util.Optional;

/** What came of reading a statement: its command, or where and why the grammar gave up. */
public sealed interface Reading {

  /** Gives each case its answer. */
  <R> R match(Cases<R> cases);

  /** The command, where it was understood. */
  default Optional<Command> command() {
    return match(
        new Cases<>() {
          @Override
          public Optional<Command> understood(Understood reading) {
            return Optional.of(reading.said());
          }

          @Override
          public Optional<Command> refused(Refused reading) {
            return Optional.empty();
          }
        });
  }

  /** One answer per case. */
  interface Cases<R> {
    R understood(Understood reading);

    R refused(Refused reading);
  }

  /**
   * The grammar took it.
   *
   * @param said what it says
   */
  record Understood(Command said) implements Reading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.understood(this);
    }
  }

  /**
   * The grammar refused it, which the server need not do: what cannot be read is never passed over
   * in silence, and never stops anybody.
   *
   * @param why where and why
   */
  record Refused(NotUnderstood why) implements Reading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }
}
