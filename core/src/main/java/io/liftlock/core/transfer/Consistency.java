package io.liftlock.core.transfer;

/**
 * What the readers of one read point see together.
 *
 * @param degree how much
 * @param because why it is not more; empty where it is all
 */
public record Consistency(Degree degree, String because) {

  /** From the strongest to the weakest. */
  public enum Degree {
    /** Every reader sees the same instant. */
    SHARED,
    /** There can be only one reader, which sees one instant. */
    SINGLE,
    /** Each statement sees an instant of its own. */
    NONE
  }

  /** All that can be had. */
  public static final Consistency FULL = new Consistency(Degree.SHARED, "");
}
