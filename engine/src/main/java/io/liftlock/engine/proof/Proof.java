package io.liftlock.engine.proof;

import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.Leg;
import io.liftlock.core.report.RowChange;
import io.liftlock.core.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What was seen on the way up, down and up again. A leg that was not reached has no difference.
 *
 * @param stop where it failed, if so
 * @param missed what the way up made differs from what was expected; empty where it is equal,
 *     nothing was expected, or it was not reached
 * @param left what the way down did not bring back
 * @param repeated what the second way up made differs from the first
 * @param notBroughtBack rows that are not what they were before, when all is taken back
 * @param movedByUp rows that did not survive the way up, in what both schemas have in common
 * @param before the schema at the start
 * @param reached the schema after the way up; {@code before} where it was not reached
 */
public record Proof(
    Optional<Stop> stop,
    Optional<SchemaDiff> missed,
    Optional<SchemaDiff> left,
    Optional<SchemaDiff> repeated,
    List<RowChange> notBroughtBack,
    List<RowChange> movedByUp,
    Schema before,
    Schema reached) {

  /** Copies the lists. */
  public Proof {
    notBroughtBack = List.copyOf(notBroughtBack);
    movedByUp = List.copyOf(movedByUp);
  }

  /**
   * Where and why it went no further.
   *
   * @param leg on which part of the way
   * @param problem why, with its place in the script
   */
  public record Stop(Leg leg, Problem problem) {}

  /** Whether the schemas are what they should be, the order of columns included. */
  public boolean isExact() {
    return isEqual() && differences().isEmpty();
  }

  /** Whether the schemas are what they should be, but perhaps for the order of columns. */
  public boolean isEqual() {
    return stop.isEmpty() && differences().stream().allMatch(SchemaDiff::isEmpty);
  }

  private List<SchemaDiff> differences() {
    return List.of(missed, left, repeated).stream().flatMap(Optional::stream).toList();
  }
}
