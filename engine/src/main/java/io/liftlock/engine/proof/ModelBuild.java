package io.liftlock.engine.proof;

import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a desired state from files that may stand on each other in any order. Each round runs what
 * is left, file by file, and goes on while a round gets further. Where none does, files are taken
 * apart into their statements, so that two files may stand on each other; and at last functions are
 * made without a look at their bodies, so that two functions may.
 */
final class ModelBuild {

  private final Session session;
  private final Dialect dialect;
  private final Map<String, String> settings;

  ModelBuild(Session session, Dialect dialect, Map<String, String> settings) {
    this.session = session;
    this.dialect = dialect;
    this.settings = settings;
  }

  /** What is left of a file, and why it did not get further. */
  private static final class Rest {

    private Deque<Piece> pieces;
    private @Nullable StatementFailure failure;

    Rest(Script script) {
      pieces = new ArrayDeque<>(Piece.of(script));
    }

    void takeApart() {
      Deque<Piece> apart = new ArrayDeque<>();
      pieces.forEach(piece -> apart.addAll(piece.apart()));
      pieces = apart;
    }

    /** Runs as much as can be; says whether that was anything. */
    boolean advance(Session session) {
      boolean moved = false;
      failure = null;
      while (!pieces.isEmpty()) {
        try {
          pieces.getFirst().run(session);
        } catch (StatementFailure e) {
          failure = e;
          return moved;
        }
        pieces.removeFirst();
        moved = true;
      }
      return moved;
    }
  }

  void build(List<Script> files) {
    List<Rest> rest = new ArrayList<>();
    files.forEach(file -> rest.add(new Rest(file)));
    configure(settings);
    rounds(rest);
    if (!rest.isEmpty()) {
      rest.forEach(Rest::takeApart);
      rounds(rest);
    }
    if (!rest.isEmpty() && dialect == Dialect.POSTGRES) {
      Map<String, String> unchecked = new LinkedHashMap<>(settings);
      unchecked.put("check_function_bodies", "off");
      configure(unchecked);
      rounds(rest);
      configure(settings);
    }
    if (!rest.isEmpty()) {
      throw LiftlockException.of(
          rest.stream().map(ModelBuild::problem).toList(), rest.get(0).failure);
    }
  }

  private void configure(Map<String, String> parameters) {
    try {
      session.configure(Timeouts.NONE, parameters);
    } catch (StatementFailure e) {
      throw LiftlockException.of(List.of(e.problem()), e);
    }
  }

  /** Rounds over what is left, until nothing is, or none gets further. */
  private void rounds(List<Rest> rest) {
    boolean moved = true;
    while (moved && !rest.isEmpty()) {
      moved = false;
      for (Rest file : rest) {
        moved |= file.advance(session);
        session.endScript();
        StatementFailure failure = file.failure;
        if (failure != null && failure.reason() == StatementFailure.Reason.CONNECTION) {
          throw LiftlockException.of(List.of(failure.problem()), failure);
        }
      }
      moved |= rest.removeIf(file -> file.pieces.isEmpty());
    }
  }

  private static Problem problem(Rest rest) {
    StatementFailure failure = rest.failure;
    if (failure == null) {
      throw new IllegalStateException("a file is left that did not fail");
    }
    return Problem.error(
            ErrorCode.MODEL_INVALID,
            "the model cannot be built in a scratch database: " + failure.problem().message())
        .at(failure.problem().place())
        .action(failure.problem().action());
  }
}
