package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Tokens;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.core.syntax.Query;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table or materialized view is filled in one long statement. Hazard M45. */
public final class CreateTableAsHoldsSnapshot implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateTable.class)
        .filter(table -> !withoutData(moment))
        .flatMap(CreateTable::query)
        .ifPresent(query -> check(moment, "CREATE TABLE AS", query, findings));
    moment
        .command(CreateView.class)
        .filter(view -> view.materialized() && view.withData())
        .ifPresent(view -> check(moment, "CREATE MATERIALIZED VIEW", view.query(), findings));
  }

  private static void check(Moment moment, String what, Query query, Findings findings) {
    List<RelationName> read =
        query.limited()
            ? List.of()
            : moment.inUse(List.copyOf(query.reads())).stream().sorted().toList();
    if (!read.isEmpty()) {
      findings.add(
          0,
          what
              + " reads "
              + read.stream().map(moment::shown).collect(Collectors.joining(" and "))
              + " in one statement, with one snapshot",
          "Until it is done vacuum cannot clean up anything in the database that is younger, and a"
              + " concurrent index waits for it");
    }
  }

  private static boolean withoutData(Moment moment) {
    Tokens tokens = Tokens.of(Dialect.POSTGRES, moment.statement().text());
    return IntStream.range(0, tokens.size())
        .anyMatch(i -> tokens.areWords(i, "with", "no", "data"));
  }
}
