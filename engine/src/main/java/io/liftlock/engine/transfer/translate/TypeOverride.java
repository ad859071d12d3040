package io.liftlock.engine.transfer.translate;

/**
 * A type that a person wants: for one column, or for all columns of a declared type.
 *
 * @param subject {@code users.age}, or a declared type like {@code DATETIME}
 * @param type the type of the target, as it would stand in CREATE TABLE
 */
public record TypeOverride(String subject, String type) {

  /** As it was written. */
  @Override
  public String toString() {
    return subject + "=" + type;
  }
}
