package io.liftlock.core.syntax;

/** What may change the result of a function from call to call. */
public enum Volatility {
  IMMUTABLE,
  STABLE,
  VOLATILE
}
