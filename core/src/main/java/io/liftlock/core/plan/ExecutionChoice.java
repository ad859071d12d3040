package io.liftlock.core.plan;

import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.sql.TransactionRules;
import io.liftlock.core.sql.TransactionVerdict;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a script is run as a whole, by its syntax alone.
 *
 * @param execution how
 * @param obstacle the first statement that keeps it from sharing one transaction with others
 * @param chain the first statement that ends a transaction of the script's own {@code AND CHAIN}
 */
public record ExecutionChoice(
    Execution execution, Optional<Obstacle> obstacle, Optional<Statement> chain) {

  /**
   * What keeps a script from sharing a transaction.
   *
   * @param statement which
   * @param reason why, as a sentence's subject: {@code CREATE INDEX CONCURRENTLY}
   */
  public record Obstacle(Statement statement, String reason) {}

  /**
   * Looks at every statement once.
   *
   * @param transactional false with the header {@code Transaction: none}
   */
  public static ExecutionChoice of(Script script, boolean transactional) {
    Shape shape = new Shape();
    TransactionRules rules = TransactionRules.forScript(script);
    for (Statement statement : script) {
      rules.judge(statement).match(shape.of(statement));
    }
    Execution execution;
    if (shape.outside || !transactional) {
      execution = shape.controls > 0 ? Execution.AS_WRITTEN : Execution.SEGMENTS;
    } else if (shape.controls > 0 && !shape.isWrapped()) {
      execution = Execution.AS_WRITTEN;
    } else {
      execution = Execution.ONE_TRANSACTION;
    }
    return new ExecutionChoice(
        execution, Optional.ofNullable(shape.obstacle), Optional.ofNullable(shape.chain));
  }

  /** What is seen of a script on one walk through it. */
  private static final class Shape {

    private boolean outside;
    private int controls;
    private int plainBegins;
    private boolean beginLeads;
    private boolean commitEnds;
    private boolean seenOther;
    private @Nullable Obstacle obstacle;
    private @Nullable Statement chain;

    TransactionVerdict.Cases<Optional<Void>> of(Statement statement) {
      return new TransactionVerdict.Cases<>() {
        @Override
        public Optional<Void> inside() {
          return other();
        }

        @Override
        public Optional<Void> outside(TransactionVerdict.Outside verdict) {
          outside = true;
          block(statement, verdict.reason() + " cannot run in a transaction");
          return other();
        }

        @Override
        public Optional<Void> control(TransactionVerdict.Control control) {
          block(statement, "the script controls transactions itself");
          controls++;
          if (control.chain() && chain == null) {
            chain = statement;
          }
          if (control.action() == TransactionVerdict.Action.OPENS && isPlainBegin(statement)) {
            plainBegins++;
            beginLeads = !seenOther;
          }
          commitEnds = control.action() == TransactionVerdict.Action.COMMITS && !control.chain();
          seenOther = true;
          return Optional.empty();
        }

        @Override
        public Optional<Void> unclear(TransactionVerdict.Unclear unclear) {
          return other();
        }

        /** The session arranges it around the transaction, wherever it stands. */
        @Override
        public Optional<Void> foreignKeys(TransactionVerdict.ForeignKeys foreignKeys) {
          return Optional.empty();
        }
      };
    }

    private Optional<Void> other() {
      seenOther = true;
      commitEnds = false;
      return Optional.empty();
    }

    private void block(Statement statement, String reason) {
      if (obstacle == null) {
        obstacle = new Obstacle(statement, reason);
      }
    }

    /** One plain BEGIN in front and one COMMIT at the end are what a migration has anyway. */
    boolean isWrapped() {
      return controls == 2 && plainBegins == 1 && beginLeads && commitEnds;
    }

    /** With an isolation level or the like it means more than the runner's own BEGIN. */
    private static boolean isPlainBegin(Statement statement) {
      String text = statement.text().strip().toLowerCase(Locale.ROOT);
      return text.matches("begin(\\s+(transaction|work))?|start\\s+transaction");
    }
  }
}
