package io.liftlock.core.plan;

import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.sql.StatementFacts;
import io.liftlock.core.sql.TransactionRules;
import io.liftlock.core.sql.TransactionVerdict;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The steps of a script, made one by one while it is walked through, however long it is. */
public final class Steps implements Iterable<Step> {

  private final Script script;
  private final Execution execution;
  private final boolean transactional;
  private final Timeouts timeouts;
  private final int firstOrdinal;
  private final Map<Integer, List<ExpectedLock>> locks;

  private Steps(
      Script script,
      Execution execution,
      boolean transactional,
      Timeouts timeouts,
      int firstOrdinal,
      Map<Integer, List<ExpectedLock>> locks) {
    this.script = script;
    this.execution = execution;
    this.transactional = transactional;
    this.timeouts = timeouts;
    this.firstOrdinal = firstOrdinal;
    this.locks = locks;
  }

  /** The steps of a planned migration; none where it is only recorded. */
  public static Iterable<Step> of(PlannedMigration planned) {
    return planned
        .script()
        .<Iterable<Step>>map(
            script ->
                new Steps(
                    script,
                    planned.execution(),
                    planned.migration().header().transactional(),
                    planned.timeouts(),
                    planned.firstOrdinal(),
                    planned.locks()))
        .orElse(List.of());
  }

  /** The steps of a script that belongs to no migration's own text: a callback, a verification. */
  public static Iterable<Step> of(Script script, Execution execution, Timeouts timeouts) {
    return new Steps(script, execution, true, timeouts, 1, Map.of());
  }

  @Override
  public Iterator<Step> iterator() {
    return new Walk();
  }

  private final class Walk implements Iterator<Step> {

    private final Iterator<Statement> statements = script.iterator();
    private final TransactionRules rules = TransactionRules.forScript(script);
    private int ordinal;
    private @Nullable Step next = advance();

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Step next() {
      Step step = next;
      if (step == null) {
        throw new NoSuchElementException();
      }
      next = advance();
      return step;
    }

    private @Nullable Step advance() {
      while (statements.hasNext()) {
        Statement statement = statements.next();
        ordinal++;
        TransactionVerdict verdict = rules.judge(statement);
        Placement placement = verdict.match(new Placing(transactional));
        boolean around =
            execution == Execution.ONE_TRANSACTION
                && (placement == Placement.BEGIN || placement == Placement.COMMIT);
        if (ordinal >= firstOrdinal && !around) {
          Placement where = execution == Execution.ONE_TRANSACTION ? Placement.INSIDE : placement;
          return new Step(
              ordinal,
              statement,
              where,
              budget(statement, where),
              locks.getOrDefault(ordinal, List.of()));
        }
      }
      return null;
    }

    private Timeouts budget(Statement statement, Placement where) {
      return where == Placement.OUTSIDE
              && !statement.isLarge()
              && StatementFacts.of(statement, script.dialect()).unhurried()
          ? timeouts.unhurried()
          : timeouts;
    }
  }

  /** Where a statement runs, by what its syntax tells. */
  private record Placing(boolean transactional) implements TransactionVerdict.Cases<Placement> {

    @Override
    public Placement inside() {
      return Placement.INSIDE;
    }

    @Override
    public Placement outside(TransactionVerdict.Outside outside) {
      return Placement.OUTSIDE;
    }

    @Override
    public Placement control(TransactionVerdict.Control control) {
      return switch (control.action()) {
        case OPENS -> Placement.BEGIN;
        // With AND CHAIN the next transaction is open at once; only the last COMMIT ends the block.
        case COMMITS -> control.chain() ? Placement.INSIDE : Placement.COMMIT;
        case ROLLS_BACK -> control.chain() ? Placement.INSIDE : Placement.ROLLBACK;
        case PREPARES -> Placement.COMMIT;
        case SAVES, RELEASES, ROLLS_BACK_TO -> Placement.INSIDE;
      };
    }

    /** With `Transaction: none` its author says that it may commit. */
    @Override
    public Placement unclear(TransactionVerdict.Unclear unclear) {
      return transactional ? Placement.INSIDE : Placement.OUTSIDE;
    }

    /** Inside a transaction the session arranges it; bare it does what it says. */
    @Override
    public Placement foreignKeys(TransactionVerdict.ForeignKeys foreignKeys) {
      return Placement.OUTSIDE;
    }
  }
}
