package io.liftlock.engine.transfer;

import io.liftlock.core.database.RowSource;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.TableFacts;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What a copy is refused for before it changes anything. */
final class Admission {

  private static final int LISTED = 10;

  private final CopyOptions options;

  Admission(CopyOptions options) {
    this.options = options;
  }

  /** Two names of one database. */
  void isAnother(RowSource source, RowTarget target) {
    if (source.identity().equals(target.identity()) && source.server().equals(target.server())) {
      throw new UserError(
          Problem.error(
                  ErrorCode.COPY_SAME_DATABASE,
                  "source and target are one database, whatever their URLs say")
              .action("name another target with `--to`"));
    }
  }

  /** A copy that was interrupted, and is not the one that is asked for. */
  void continues(CopyRun unfinished, String sourceIdentity, CopyPlan plan) {
    if (!unfinished.sourceIdentity().equals(sourceIdentity)) {
      throw new StateError(
          Problem.error(
                  ErrorCode.COPY_UNFINISHED,
                  "a copy from another database, "
                      + unfinished.source()
                      + ", into this target began at "
                      + unfinished.startedAt()
                      + " and is not done")
              .action(
                  "finish it with the command that began it, give it up with the same command and"
                      + " `--abandon`, or begin anew with `--restart`"));
    }
    boolean appends = options.existing() == CopyOptions.IntoExisting.APPEND;
    if (!unfinished.planDigest().equals(plan.digest()) || unfinished.appends() != appends) {
      throw new StateError(
          Problem.error(
                  ErrorCode.COPY_PLAN_CHANGED,
                  "the copy that began at "
                      + unfinished.startedAt()
                      + " and is not done had other tables, columns or options than this one")
              .action(
                  "run it with the mapping and schema that it began with, or begin anew with"
                      + " `--restart`, which empties what was copied"));
    }
  }

  /** Rows in the target that nobody has said what to do with. */
  void isFree(RowTarget target, Collection<ObjectId> tables) {
    if (options.existing() != CopyOptions.IntoExisting.REFUSE) {
      return;
    }
    List<ObjectId> filled = target.filled(tables);
    if (!filled.isEmpty()) {
      throw new StateError(
          Problem.error(
                  ErrorCode.COPY_TARGET_FILLED,
                  "the target holds rows already"
                      // Whoever was killed behind the last transaction never read that it was done.
                      + target
                          .ledger()
                          .last()
                          .map(
                              done ->
                                  ", and the copy that began at "
                                      + done.run().startedAt()
                                      + " is done")
                          .orElse("")
                      + ": "
                      + filled.stream()
                          .limit(LISTED)
                          .map(ObjectId::qualified)
                          .collect(Collectors.joining(", "))
                      + (filled.size() > LISTED
                          ? " and " + (filled.size() - LISTED) + " more"
                          : ""))
              .action(
                  "copy into an empty database; or say `--into-existing replace` to delete these"
                      + " rows first, or `--into-existing append` to keep them beside the"
                      + " source's"));
    }
  }

  /** Less than one instant. */
  void isOneInstant(Consistency consistency) {
    if (consistency.degree() == Consistency.Degree.NONE && !options.acceptWeaker()) {
      throw new StateError(
          Problem.error(
                  ErrorCode.CONSISTENCY_WEAK,
                  "the source cannot be read at one instant: "
                      + consistency.because()
                      + "; rows that change during the copy may not fit together")
              .action(
                  "connect to the server itself, not through a pooler; or stop all writing and say"
                      + " `--accept-inconsistent`"));
    }
  }

  /** Rows that the role does not see. */
  void seesAll(Collection<TableFacts> facts) {
    Problems problems = new Problems();
    facts.stream()
        .filter(TableFacts::rowsHidden)
        .forEach(
            table ->
                problems.add(
                    Problem.error(
                            ErrorCode.ROWS_HIDDEN,
                            "row-level security hides rows of "
                                + table.table().qualified()
                                + " from the role that reads")
                        .action(
                            "read as the table's owner (without FORCE ROW LEVEL SECURITY) or as a"
                                + " role with BYPASSRLS, or leave the table out with `--skip`")));
    problems.throwIfErrors();
  }

  /** Something of the target's schema that is not as it was. */
  static LiftlockException schemaDiffers() {
    return new StateError(
        Problem.error(
                ErrorCode.COPY_STOPPED,
                "all rows are there, but the target's schema is not as it was when the copy began:"
                    + " somebody changed it meanwhile")
            .action(
                "undo that change and run the same command again; or, where it was meant, give the"
                    + " copy up with the same command and `--abandon`, which empties what was"
                    + " copied, and begin anew"));
  }
}
