package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.Place;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts as a difference between what was expected and what was seen. */
class AgreementTest {

  private static final RelationName T = RelationName.of("public", "t");
  private static final RelationName P = RelationName.of("public", "p");

  private final Agreement agreement = new Agreement();

  private static Statement statement(String sql) {
    return new ScriptReader().read("a.sql", sql, Dialect.POSTGRES).iterator().next();
  }

  private static TreeSet<RelationName> names(RelationName... names) {
    return Stream.of(names).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Forecast forecast(Set<RelationName> scanned, ExpectedLock... locks) {
    return new Forecast(
        List.of(locks), new TreeSet<>(scanned), names(), Optional.empty(), List.of());
  }

  private static StatementTrace trace(Set<RelationName> scanned, ObservedLock... locks) {
    return new StatementTrace(
        Place.of("a.sql"),
        "",
        List.of(locks),
        names(),
        new TreeSet<>(scanned),
        -1,
        -1,
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  private static ObservedLock seen(RelationName name, LockMode mode) {
    return new ObservedLock(name, mode, 0, 0);
  }

  private static ExpectedLock expected(RelationName name, LockMode mode) {
    return new ExpectedLock(name, mode);
  }

  @Test
  void doesNotExpectAgainWhatTheTransactionHolds() {
    Statement add = statement("ALTER TABLE t ADD a int");
    assertThat(
            agreement.surprises(
                add,
                forecast(Set.of(), expected(T, LockMode.ACCESS_EXCLUSIVE)),
                trace(Set.of(), seen(T, LockMode.ACCESS_EXCLUSIVE))))
        .isEmpty();
    assertThat(
            agreement.surprises(
                add, forecast(Set.of(), expected(T, LockMode.SHARE)), trace(Set.of())))
        .isEmpty();
  }

  @Test
  void namesEachDifference() {
    assertThat(
            agreement.surprises(
                statement("ALTER TABLE t ALTER a SET NOT NULL"),
                forecast(Set.of(), expected(T, LockMode.SHARE), expected(P, LockMode.SHARE)),
                trace(Set.of(T), seen(T, LockMode.ACCESS_EXCLUSIVE))))
        .containsExactlyInAnyOrder(
            "the forecast expected SHARE on public.t, not ACCESS EXCLUSIVE",
            "the forecast expected SHARE on public.p",
            "the forecast did not expect that public.t is read through");
  }

  @Test
  void takesANameWithoutASchemaForTheOneThatWasLocked() {
    RelationName other = RelationName.of("app", "t");
    assertThat(
            agreement.surprises(
                statement("LOCK TABLE t"),
                forecast(Set.of(), expected(RelationName.of("t"), LockMode.ACCESS_EXCLUSIVE)),
                trace(Set.of(), seen(other, LockMode.ACCESS_EXCLUSIVE))))
        .isEmpty();
  }

  @Test
  void leavesThePlansOfQueriesToThePlanner() {
    ObservedLock reads = seen(T, LockMode.ACCESS_SHARE);
    Forecast silent = forecast(Set.of(), expected(T, LockMode.ACCESS_SHARE));
    Statement query = statement("SELECT * FROM t WHERE id = 1");
    assertThat(agreement.surprises(query, silent, trace(Set.of(T), reads))).isEmpty();
    assertThat(
            new Agreement()
                .surprises(
                    query,
                    forecast(Set.of(T), expected(T, LockMode.ACCESS_SHARE)),
                    trace(Set.of(), reads)))
        .containsExactly("the forecast expected that public.t is read through");
  }

  @Test
  void lookingUpReferredKeysIsThePlannersChoiceButReadingTheRowsIsNot() {
    Statement key = statement("ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p");
    Forecast both = forecast(Set.of(T, P));
    assertThat(agreement.surprises(key, both, trace(Set.of(T)))).isEmpty();
    assertThat(agreement.surprises(key, both, trace(Set.of()))).hasSize(2);
    assertThat(agreement.surprises(key, forecast(Set.of()), trace(Set.of(T)))).hasSize(1);
  }

  @Test
  void comparesNothingElseOfWhatFailsAndNothingOfWhatNobodyCouldKnow() {
    Statement drop = statement("DROP TABLE t");
    Forecast fails =
        new Forecast(
            List.of(), names(), names(), Optional.of(new Forecast.Failure("25001", "")), List.of());
    assertThat(agreement.surprises(drop, fails, trace(Set.of(), seen(T, LockMode.SHARE))))
        .containsExactly("the forecast expected it to fail with SQLSTATE 25001");
    Forecast open =
        new Forecast(List.of(), names(), names(), Optional.empty(), List.of("made at run time"));
    assertThat(agreement.surprises(drop, open, trace(Set.of(), seen(T, LockMode.SHARE)))).isEmpty();
  }
}
