package io.liftlock.sqlite.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.sqlite.sql.CreateTableReader;
import io.liftlock.sqlite.sql.NotUnderstood;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text is held against the pragmas of a table that really is another one. */
final class TableCheckTest {

  private static final String REAL =
      "CREATE TABLE t (a INTEGER NOT NULL DEFAULT 1, b TEXT UNIQUE REFERENCES p, c AS (a) STORED,"
          + " PRIMARY KEY (b, a))";

  private static Optional<String> difference(String text) throws SQLException, NotUnderstood {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(REAL);
      Catalog catalog = new Catalog(connection, "schema_version");
      catalog.read();
      TableFacts facts = catalog.tables.get("t");
      return new TableCheck(
              facts, CreateTableReader.read(text, facts.columnNames(), UnaryOperator.identity()))
          .difference();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEFAULT 1|DEFAULT (1)|",
        "STORED|VIRTUAL|generated values",
        "NOT NULL||nulls",
        "DEFAULT 1|DEFAULT 2|defaults",
        "INTEGER|INT|types",
        "b TEXT|d TEXT|columns",
        "UNIQUE||unique",
        "(b, a)|(a, b)|primary keys",
        "REFERENCES p|REFERENCES q|foreign keys",
        "REFERENCES p|REFERENCES p ON DELETE CASCADE|foreign keys",
        "REFERENCES p||foreign keys"
      })
  void findsEveryDifference(String part, String other, String expected) throws Exception {
    assertThat(difference(REAL)).isEmpty();
    Optional<String> found = difference(REAL.replace(part, other == null ? "" : other));
    if (expected == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).hasValueSatisfying(what -> assertThat(what).contains(expected));
    }
  }
}
