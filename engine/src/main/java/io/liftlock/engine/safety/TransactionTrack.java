package io.liftlock.engine.safety;

import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.sql.TransactionRules;
import io.liftlock.core.sql.TransactionVerdict;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.SetParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the transactions of a script as the runner will make them. */
final class TransactionTrack {

  private final boolean one;
  private final boolean grouping;
  private final TransactionRules rules;
  private final Map<String, String> session = new HashMap<>();
  private final Map<String, String> local = new HashMap<>();
  private final List<TransactionSoFar.Past> before = new ArrayList<>();
  private final Map<RelationName, LockMode> held = new HashMap<>();
  private boolean own;
  private boolean open;

  private TransactionTrack(boolean one, boolean grouping, TransactionRules rules) {
    this.one = one;
    this.grouping = grouping;
    this.rules = rules;
    this.open = one;
  }

  /** Begins at the first statement of a script; what an earlier one has set is gone. */
  static TransactionTrack of(LintedScript linted) {
    Execution execution = ExecutionChoice.of(linted.script(), linted.transactional()).execution();
    return new TransactionTrack(
        execution == Execution.ONE_TRANSACTION,
        linted.transactional(),
        TransactionRules.forScript(linted.script()));
  }

  /** Ends and begins transactions just before a statement, as the runner does. */
  void arriveAt(Statement statement) {
    TransactionVerdict verdict = rules.judge(statement);
    if (one) {
      return;
    }
    verdict.match(
        new TransactionVerdict.Cases<Boolean>() {
          @Override
          public Boolean inside() {
            if (!own && !(open && grouping)) {
              begin(true);
            }
            return true;
          }

          @Override
          public Boolean outside(TransactionVerdict.Outside outside) {
            if (!own) {
              begin(false);
            }
            return true;
          }

          @Override
          public Boolean control(TransactionVerdict.Control control) {
            switch (control.action()) {
              case OPENS -> {
                begin(true);
                own = true;
              }
              case COMMITS, ROLLS_BACK, PREPARES -> {
                begin(control.chain());
                own = control.chain();
              }
              case SAVES, RELEASES, ROLLS_BACK_TO -> {}
            }
            return true;
          }

          @Override
          public Boolean unclear(TransactionVerdict.Unclear unclear) {
            return grouping ? inside() : outside(new TransactionVerdict.Outside(""));
          }

          @Override
          public Boolean foreignKeys(TransactionVerdict.ForeignKeys foreignKeys) {
            return outside(new TransactionVerdict.Outside(""));
          }
        });
  }

  private void begin(boolean opens) {
    open = opens;
    before.clear();
    held.clear();
    local.clear();
  }

  /** What the transaction has done before the next statement. */
  TransactionSoFar soFar() {
    Map<String, String> parameters = new HashMap<>(session);
    parameters.putAll(local);
    return new TransactionSoFar(open, before, held, parameters);
  }

  /** Takes notice of a command that has run. */
  void passed(Command command, Forecast forecast) {
    if (open) {
      before.add(new TransactionSoFar.Past(command, forecast));
      for (ExpectedLock lock : forecast.locks()) {
        held.merge(lock.relation(), lock.mode(), LockMode::or);
      }
    }
    if (command instanceof SetParameter parameter) {
      Map<String, String> where = parameter.local() ? local : session;
      parameter
          .value()
          .ifPresentOrElse(
              value -> where.put(parameter.name(), value), () -> where.remove(parameter.name()));
    }
  }
}
