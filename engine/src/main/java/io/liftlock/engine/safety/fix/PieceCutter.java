package io.liftlock.engine.safety.fix;

import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.report.SafeStep.Where;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.sql.TransactionRules;
import io.liftlock.core.sql.TransactionVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts a script into pieces, each with the transaction that the runner would give it. */
final class PieceCutter {

  private final boolean one;
  private final boolean grouping;
  private final List<SafePiece> pieces = new ArrayList<>();
  private boolean own;
  private boolean open;
  private boolean readable = true;

  private PieceCutter(boolean one, boolean grouping) {
    this.one = one;
    this.grouping = grouping;
    this.open = false;
  }

  /**
   * The pieces of a script.
   *
   * @param transactional false where its author wants each statement to stay once it is done
   * @return empty where the script controls its transactions in a way that no other form keeps:
   *     savepoints, rollbacks, isolation levels
   */
  static Optional<List<SafePiece>> cut(Script script, boolean transactional) {
    Execution execution = ExecutionChoice.of(script, transactional).execution();
    PieceCutter cutter = new PieceCutter(execution == Execution.ONE_TRANSACTION, transactional);
    TransactionRules rules = TransactionRules.forScript(script);
    int ordinal = 0;
    for (Statement statement : script) {
      cutter.take(statement, rules.judge(statement), ++ordinal);
    }
    return cutter.readable && !cutter.own ? Optional.of(cutter.pieces) : Optional.empty();
  }

  private void take(Statement statement, TransactionVerdict verdict, int ordinal) {
    if (statement.isLarge() || statement.hasCopyData()) {
      readable = false;
      return;
    }
    verdict.match(
        new TransactionVerdict.Cases<Boolean>() {
          @Override
          public Boolean inside() {
            boolean joins = open && (one || own || grouping);
            add(statement, ordinal, joins ? Where.SAME_TRANSACTION : Where.OWN_TRANSACTION);
            open = true;
            return true;
          }

          @Override
          public Boolean outside(TransactionVerdict.Outside outside) {
            add(statement, ordinal, Where.NO_TRANSACTION);
            open = false;
            return true;
          }

          @Override
          public Boolean control(TransactionVerdict.Control control) {
            steer(statement, control);
            return true;
          }

          @Override
          public Boolean unclear(TransactionVerdict.Unclear unclear) {
            return grouping ? inside() : outside(new TransactionVerdict.Outside(""));
          }

          @Override
          public Boolean foreignKeys(TransactionVerdict.ForeignKeys foreignKeys) {
            readable = false;
            return true;
          }
        });
  }

  private void steer(Statement statement, TransactionVerdict.Control control) {
    String text = statement.text().strip();
    boolean plain =
        text.matches("(?i)(begin|commit|end)(\\s+(transaction|work))?|start\\s+transaction");
    readable &= plain && !control.chain();
    switch (control.action()) {
      case OPENS -> {
        own = true;
        open = false;
      }
      case COMMITS -> {
        own = false;
        open = one && open;
      }
      case ROLLS_BACK, PREPARES, SAVES, RELEASES, ROLLS_BACK_TO -> readable = false;
    }
  }

  private void add(Statement statement, int ordinal, Where where) {
    pieces.add(new SafePiece(statement.text(), where, "", ordinal, Set.of()));
  }
}
