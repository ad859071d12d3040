package io.liftlock.engine.proof;

import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of a script that takes effect wholly or, where it fails, not at all, as far as its
 * statements let it.
 *
 * @param steps its statements
 * @param form how they run
 */
record Piece(List<Step> steps, Form form) {

  /** How the statements of a piece run. */
  enum Form {
    /** In one transaction. */
    TRANSACTION,
    /** A single one, outside any transaction. */
    BARE,
    /** As they stand, with transactions of their own. */
    AS_WRITTEN
  }

  /** Copies the list. */
  Piece {
    steps = List.copyOf(steps);
  }

  /** A script in as few pieces as can be. */
  static List<Piece> of(Script script) {
    Execution execution = ExecutionChoice.of(script, true).execution();
    List<Step> all = new ArrayList<>();
    Steps.of(script, execution, Timeouts.NONE).forEach(all::add);
    if (all.isEmpty()) {
      return List.of();
    }
    if (execution == Execution.ONE_TRANSACTION) {
      return List.of(new Piece(all, Form.TRANSACTION));
    }
    if (execution == Execution.AS_WRITTEN) {
      return List.of(new Piece(all, Form.AS_WRITTEN));
    }
    List<Piece> pieces = new ArrayList<>();
    List<Step> inside = new ArrayList<>();
    for (Step step : all) {
      if (step.placement() == Placement.OUTSIDE) {
        addInside(pieces, inside);
        pieces.add(new Piece(List.of(step), Form.BARE));
      } else {
        inside.add(step);
      }
    }
    addInside(pieces, inside);
    return pieces;
  }

  private static void addInside(List<Piece> pieces, List<Step> inside) {
    if (!inside.isEmpty()) {
      pieces.add(new Piece(inside, Form.TRANSACTION));
      inside.clear();
    }
  }

  /**
   * The statements one by one; whole where one sets a parameter for those behind it, or where they
   * have transactions of their own.
   */
  List<Piece> apart() {
    if (form != Form.TRANSACTION || steps.stream().anyMatch(Piece::sets)) {
      return List.of(this);
    }
    return steps.stream().map(step -> new Piece(List.of(step), Form.TRANSACTION)).toList();
  }

  private static boolean sets(Step step) {
    if (step.statement().isLarge()) {
      return false;
    }
    String text = step.statement().text().toLowerCase(Locale.ROOT);
    return text.startsWith("set ") || text.startsWith("reset ") || text.contains("set_config");
  }

  /** Runs it. */
  void run(Session session) throws StatementFailure {
    if (form == Form.TRANSACTION) {
      session.atomically(steps.stream().<Work>map(Work.Run::new).toList());
      return;
    }
    boolean done = false;
    try {
      for (Step step : steps) {
        session.run(step);
      }
      done = true;
    } finally {
      if (!done || session.inTransaction()) {
        session.rollback();
      }
    }
  }
}
