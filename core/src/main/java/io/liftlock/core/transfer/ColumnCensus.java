package io.liftlock.core.transfer;

import java.util.List;
import java.util.Map;

/**
 * What a column really holds, in a database whose columns do not hold their values to their type.
 *
 * @param column its name
 * @param declared its declared type; empty where there is none
 * @param counts how many values there are of each form; NULLs are not counted
 * @param smallest the smallest whole number; 0 where there is none
 * @param largest the largest whole number; 0 where there is none
 * @param traits what is true of every value that is not NULL
 */
public record ColumnCensus(
    String column,
    String declared,
    Map<FieldForm, Long> counts,
    long smallest,
    long largest,
    List<Trait> traits) {

  /** What can be true of all values of a column. */
  public enum Trait {
    /** 0 or 1. */
    BOOLEAN,
    /** Text like 2026-11-20. */
    DATE,
    /** Text like 2026-11-20 17:30:00, with a fraction or without, and none of them with a zone. */
    TIMESTAMP,
    /** Like {@link #TIMESTAMP}, but each with a zone. */
    TIMESTAMP_WITH_ZONE,
    /** Whole numbers, decimals or text of such. */
    NUMERIC
  }

  /** Copies the collections. */
  public ColumnCensus {
    counts = Map.copyOf(counts);
    traits = List.copyOf(traits);
  }
}
