package io.liftlock.core.transfer;

/**
 * A column that is hashed.
 *
 * @param name its name
 * @param mode how it goes into the hash
 * @param form how it travels where rows are hashed as tuples; never {@link FieldForm#NATIVE}
 */
public record HashColumn(String name, Mode mode, FieldForm form) {

  /** What of the value is hashed by a server. */
  public enum Mode {
    /** The value itself where that loses nothing and no setting can change it, else its text. */
    TYPED,
    /** Its text always; for columns whose types differ between the two sides. */
    TEXT,
    /** The number without zeros at its end; for columns of two different types of numbers. */
    NUMBER
  }
}
