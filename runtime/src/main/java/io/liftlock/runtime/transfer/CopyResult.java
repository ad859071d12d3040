package io.liftlock.runtime.transfer;

import io.liftlock.core.error.Problem;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.CopyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a copy ended.
 *
 * @param from the source
 * @param to the target
 * @param before what became of the migrations that made the target's schema; empty where none did
 * @param types the types that columns got, where the target is of another kind
 * @param leftOut what of the source's schema the target did not get
 * @param report what was copied; empty where the migrations before it did not reach their end
 * @param after what became of the migrations behind the copy; empty where none were run
 * @param notices what a person should know
 */
public record CopyResult(
    DatabaseEnd from,
    DatabaseEnd to,
    Optional<Outcome> before,
    List<TypeChosen> types,
    List<CopyPlan.Omission> leftOut,
    Optional<CopyReport> report,
    Optional<Outcome> after,
    List<Problem> notices) {

  /**
   * The type that a column got in the other kind of database.
   *
   * @param column the column of the source
   * @param from its declared type; empty where none is declared
   * @param to the type that it got
   * @param because why this one
   */
  public record TypeChosen(ObjectId column, String from, String to, String because) {}

  /** Copies the lists. */
  public CopyResult {
    types = List.copyOf(types);
    leftOut = List.copyOf(leftOut);
    notices = List.copyOf(notices);
  }

  /** Everything that was not copied, and why. */
  public List<CopyPlan.Omission> omissions() {
    List<CopyPlan.Omission> all = new ArrayList<>(leftOut);
    report.ifPresent(copied -> all.addAll(copied.omissions()));
    return List.copyOf(all);
  }
}
