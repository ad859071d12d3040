package io.liftlock.engine.safety;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what was expected of the statements of one transaction with what they did. A trace does
 * not repeat what the transaction holds already, so this does not expect it again.
 */
final class Agreement {

  /** How a query reads its tables is the planner's choice, by how many rows they have. */
  private static final Set<String> QUERIES =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "merge",
          "with",
          "values",
          "table",
          "do",
          "call",
          "execute",
          "explain",
          "copy",
          "create",
          "refresh",
          "truncate");

  private final Map<RelationName, LockMode> held = new HashMap<>();

  /** Where they differ, as sentences without full stops; none where they agree. */
  List<String> surprises(Statement statement, Forecast forecast, StatementTrace trace) {
    List<String> surprises = new ArrayList<>();
    if (!failure(forecast, trace, surprises) || !forecast.unknown().isEmpty()) {
      return surprises;
    }
    locks(forecast, trace, isQuery(statement), surprises);
    scans(statement, forecast, trace, surprises);
    names("written anew", forecast.rewritten(), trace.rewritten(), surprises);
    return surprises;
  }

  /** Whether both succeed; of what fails nothing else can be seen. */
  private static boolean failure(Forecast forecast, StatementTrace trace, List<String> surprises) {
    String expected = forecast.failure().map(Forecast.Failure::sqlState).orElse("");
    String seen = trace.sqlState().orElse("");
    if (!expected.equals(seen)) {
      surprises.add(
          expected.isEmpty()
              ? "the forecast expected it to succeed"
              : "the forecast expected it to fail with SQLSTATE "
                  + expected
                  + (seen.isEmpty() ? "" : ", not " + seen));
    }
    return expected.isEmpty() && seen.isEmpty();
  }

  private void locks(
      Forecast forecast, StatementTrace trace, boolean query, List<String> surprises) {
    Map<RelationName, LockMode> expected = new TreeMap<>();
    for (ExpectedLock lock : forecast.locks()) {
      RelationName name = named(lock.relation(), trace);
      LockMode before = held.get(name);
      if (before == null || before.compareTo(lock.mode()) < 0) {
        expected.merge(name, lock.mode(), LockMode::or);
      }
    }
    Map<RelationName, LockMode> seen = new TreeMap<>();
    for (ObservedLock lock : trace.locks()) {
      seen.merge(lock.relation(), lock.mode(), LockMode::or);
    }
    expected.forEach((name, mode) -> held.merge(name, mode, LockMode::or));
    seen.forEach((name, mode) -> held.merge(name, mode, LockMode::or));
    TreeSet<RelationName> all = new TreeSet<>(expected.keySet());
    all.addAll(seen.keySet());
    for (RelationName name : all) {
      LockMode wanted = expected.get(name);
      LockMode got = seen.get(name);
      if (query && wanted != null && isWeak(wanted) && (got == null || got.compareTo(wanted) < 0)) {
        continue;
      }
      if (wanted == null && got != null) {
        surprises.add("the forecast did not expect " + got.sql() + " on " + name);
      } else if (wanted != null && got == null) {
        surprises.add("the forecast expected " + wanted.sql() + " on " + name);
      } else if (wanted != null && got != null && wanted != got) {
        surprises.add(
            "the forecast expected " + wanted.sql() + " on " + name + ", not " + got.sql());
      }
    }
  }

  /** Whether rows of other tables are looked up or locked depends on the rows that are written. */
  private static boolean isWeak(LockMode mode) {
    return mode.compareTo(LockMode.ROW_EXCLUSIVE) <= 0;
  }

  /** A forecast may leave the schema to the search path. */
  private static RelationName named(RelationName name, StatementTrace trace) {
    if (name.schema() != null) {
      return name;
    }
    return trace.locks().stream()
        .map(ObservedLock::relation)
        .filter(seen -> seen.name().equals(name.name()))
        .findFirst()
        .orElse(name.in("public"));
  }

  private static void scans(
      Statement statement, Forecast forecast, StatementTrace trace, List<String> surprises) {
    SortedSet<RelationName> seen = new TreeSet<>(trace.scanned());
    if (isQuery(statement)) {
      seen.removeIf(name -> !holds(forecast.scanned(), name));
    }
    SortedSet<RelationName> expected = new TreeSet<>(forecast.scanned());
    if (checksReferences(statement) && !expected.isEmpty() && !seen.isEmpty()) {
      // Whether the keys that rows refer to are looked up or read through is the planner's choice,
      // and where no row refers to any, they are not even looked up.
      SortedSet<RelationName> both = new TreeSet<>(expected);
      both.removeIf(name -> !matches(seen, name));
      if (both.size() == Math.min(expected.size(), seen.size())) {
        return;
      }
    }
    names("read through", expected, seen, surprises);
  }

  private static boolean checksReferences(Statement statement) {
    Tokens tokens = Tokens.of(statement, Dialect.POSTGRES);
    return tokens.find(0, "references") >= 0 || tokens.find(0, "validate") >= 0;
  }

  private static boolean isQuery(Statement statement) {
    return QUERIES.contains(Tokens.of(statement, Dialect.POSTGRES).word(0)) && !isIndex(statement);
  }

  private static boolean isIndex(Statement statement) {
    Tokens tokens = Tokens.of(statement, Dialect.POSTGRES);
    return tokens.isWord(1, "index") || tokens.isWord(2, "index");
  }

  private static boolean holds(Collection<RelationName> names, RelationName name) {
    return names.contains(name) || names.contains(RelationName.of(name.name()));
  }

  private static boolean matches(Collection<RelationName> seen, RelationName name) {
    return name.schema() == null
        ? seen.stream().anyMatch(each -> each.name().equals(name.name()))
        : seen.contains(name);
  }

  private static void names(
      String verb,
      Collection<RelationName> expected,
      Collection<RelationName> seen,
      List<String> surprises) {
    for (RelationName name : seen) {
      if (!holds(expected, name)) {
        surprises.add("the forecast did not expect that " + name + " is " + verb);
      }
    }
    for (RelationName name : expected) {
      if (!matches(seen, name)) {
        surprises.add("the forecast expected that " + name + " is " + verb);
      }
    }
  }
}
