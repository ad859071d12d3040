package io.liftlock.core.syntax;

import java.util.Optional;

/**
 * {@code SET}, {@code RESET} and a bare {@code SELECT set_config(…)}.
 *
 * @param name the parameter in lower case; {@code all} for RESET ALL; {@code role}, {@code session
 *     authorization}, {@code constraints}, {@code transaction} for those forms
 * @param value as written, without quotes; empty for RESET and DEFAULT
 * @param local whether it holds until the end of the transaction only
 */
public record SetParameter(String name, Optional<String> value, boolean local) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.setParameter(this);
  }
}
