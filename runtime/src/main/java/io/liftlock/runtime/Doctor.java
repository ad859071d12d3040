package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.CheckResult;
import io.liftlock.runtime.config.DatabaseSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out what works and what will not. Changes nothing. */
public final class Doctor {

  private final OpenProject open;

  Doctor(OpenProject open) {
    this.open = open;
  }

  /** The files, then each database on its own: one that is out of reach hides no other. */
  public Map<String, List<CheckResult>> examine() {
    Map<String, List<CheckResult>> all = new LinkedHashMap<>();
    all.put("files", List.of(files()));
    for (DatabaseSource source : open.project().targets()) {
      all.put(source.name(), examine(source));
    }
    return all;
  }

  private CheckResult files() {
    try {
      int count = open.migrations().graph().ids().size();
      return CheckResult.passed(
          "migrations", count + " read, layout " + open.migrations().layout());
    } catch (LiftlockException e) {
      return failed("migrations", e);
    }
  }

  private List<CheckResult> examine(DatabaseSource source) {
    List<CheckResult> results = new ArrayList<>();
    Connections.Opening opening =
        Connections.begin(
            List.of(source), open.project().directory(), open.project().history(), open.runner());
    try (Connections connections = opening.join()) {
      Database database = connections.databases().values().iterator().next();
      results.add(
          CheckResult.passed(
              "connection",
              source.url()
                  + " ("
                  + source.origin()
                  + ") answers: "
                  + database.server().product()
                  + " "
                  + database.server().version()));
      results.addAll(database.examiner().examine());
      results.add(history(database));
    } catch (LiftlockException e) {
      results.add(failed("connection", e));
    }
    return results;
  }

  private static CheckResult history(Database database) {
    try {
      int applied = database.history().read().applied().size();
      return CheckResult.passed("applied", applied + " migrations");
    } catch (LiftlockException e) {
      return failed("applied", e);
    }
  }

  private static CheckResult failed(String name, LiftlockException e) {
    Problem problem = e.problems().get(0);
    String action = problem.action();
    return CheckResult.failed(
        name, problem.message(), action == null ? "see " + problem.code().page() : action);
  }
}
