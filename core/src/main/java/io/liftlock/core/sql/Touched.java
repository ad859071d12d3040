package io.liftlock.core.sql;

import java.util.List;

/**
 * An object that a statement names as one that it makes, changes, drops or fills.
 *
 * @param kind what the statement calls it, in the words of the schema model where it has one:
 *     {@code table}, {@code materialized-view}; {@code type}, {@code routine} and {@code relation}
 *     where the statement does not tell which
 * @param name its name, with its schema if one is written, each as the server keeps it: unquoted
 *     ones in lower case
 * @param relation the relation that it is a part of, likewise; empty where it is no part, or the
 *     statement does not tell
 * @param effect what is done to it
 */
public record Touched(String kind, List<String> name, List<String> relation, Effect effect) {

  /** What a statement does to an object. */
  public enum Effect {
    /** The object itself is made, changed or dropped. */
    DEFINITION,
    /** Only its rows are. */
    ROWS
  }

  /** Copies the lists. */
  public Touched {
    name = List.copyOf(name);
    relation = List.copyOf(relation);
  }
}
