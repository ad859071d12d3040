package io.liftlock.runtime;

import io.liftlock.core.change.Allowance;
import java.util.List;

/**
 * How two schemas are compared.
 *
 * @param renames what somebody says has another name, each {@code old=new}
 * @param allowance which losses the SQL may bring
 * @param writing how the SQL is written
 */
public record ComparisonRequest(List<String> renames, Allowance allowance, Writing writing) {

  /** Copies the list. */
  public ComparisonRequest {
    renames = List.copyOf(renames);
  }

  /** How SQL is written. */
  public enum Writing {
    /** Each statement in its plain form. */
    PLAIN,
    /** In steps that a live application can stand. */
    ONLINE
  }

  /** Nothing renamed, nothing allowed, plain. */
  public static final ComparisonRequest USUAL =
      new ComparisonRequest(List.of(), Allowance.NOTHING, Writing.PLAIN);
}
