package io.liftlock.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.Reading;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL's syntax at large: every kind of statement of its reference, and broken ones. A real
 * server of major 18 says whether the files tell the truth.
 */
class StatementCorpusTest {

  private static final PostgresParser PARSER = new PostgresParser();

  @Test
  void everyKindOfStatementIsUnderstood() {
    List<Statement> statements = Corpus.statements("accepted.sql");

    assertThat(statements).hasSizeGreaterThan(600);
    assertThat(statements)
        .allSatisfy(
            statement ->
                assertThat(refusal(PARSER.read(statement))).as(statement.text()).isEmpty());
  }

  @Test
  void theServerTakesTheSyntaxOfEach() throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (Judge judge = new Judge()) {
      for (Statement statement : Corpus.statements("accepted.sql")) {
        judge.syntaxError(statement.text()).ifPresent(at -> wrong.add(statement.text()));
      }
    }

    assertThat(wrong).isEmpty();
  }

  /** The list of what is refused though a server takes it, so that it stays true and short. */
  @Test
  void whatIsValidAndNotUnderstoodIsWrittenDown() throws SQLException {
    try (Judge judge = new Judge()) {
      for (Statement statement : Corpus.statements("not-understood.sql")) {
        assertThat(refusal(PARSER.read(statement))).as(statement.text()).isPresent();
        assertThat(judge.syntaxError(statement.text())).as(statement.text()).isEmpty();
      }
    }
  }

  /** {@code ^} marks where liftlock gives up. */
  @Test
  void brokenStatementsAreRefusedWithTheirPlace() {
    List<Corpus.Pair> broken = Corpus.pairs("refused.txt");

    assertThat(broken).hasSizeGreaterThan(150);
    assertThat(broken)
        .allSatisfy(
            pair -> {
              Optional<NotUnderstood> refusal = refusal(PostgresParser.read(pair.sql()));
              assertThat(refusal).as(pair.sql()).isPresent();
              assertThat(refusal.orElseThrow().at())
                  .as("%s%n%s", pair.sql(), pair.below())
                  .isEqualTo(pair.below().indexOf('^'));
            });
  }

  /** {@code S} marks where the server gives up, where that is somewhere else. */
  @Test
  void theServerRefusesThemThereAsWell() throws SQLException {
    int differences = 0;
    try (Judge judge = new Judge()) {
      for (Corpus.Pair pair : Corpus.pairs("refused.txt")) {
        boolean differs = pair.below().contains("S");
        differences += differs ? 1 : 0;
        assertThat(judge.syntaxError(pair.sql()))
            .as("%s%n%s", pair.sql(), pair.below())
            .isEqualTo(OptionalInt.of(pair.below().indexOf(differs ? 'S' : '^')));
      }
    }

    assertThat(differences).isLessThan(10);
  }

  private static Optional<NotUnderstood> refusal(Reading reading) {
    return reading.match(
        new Reading.Cases<>() {
          @Override
          public Optional<NotUnderstood> understood(Reading.Understood reading) {
            return Optional.empty();
          }

          @Override
          public Optional<NotUnderstood> refused(Reading.Refused reading) {
            return Optional.of(reading.why());
          }
        });
  }
}
