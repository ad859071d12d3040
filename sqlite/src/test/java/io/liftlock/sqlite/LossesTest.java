package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.database.Database;
import io.liftlock.core.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LossesTest {

  @TempDir Path folder;

  private Schema inspect(String name, String sql) {
    Path file = folder.resolve(name + ".db");
    new ByHand(file).run(sql);
    try (Database database = Workshop.open(file)) {
      return database.inspector().inspect();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      emptyValue = "",
      value = {
        "CREATE TABLE t (a INT)|SELECT 1|drop-table:t",
        "CREATE TABLE t (a INT, b TEXT)|CREATE TABLE t (a INT)|drop-column:t.b",
        "CREATE TABLE t (a INT, b AS (a))|CREATE TABLE t (a INT)|",
        "CREATE TABLE t (a INT)|CREATE TABLE t (a INT, b)|",
        "CREATE TABLE t (a INT)|CREATE TABLE t (a INT NOT NULL UNIQUE)|",
        "CREATE TABLE t (a INT)|CREATE TABLE t (a BIGINT)|",
        "CREATE TABLE t (a INT)|CREATE TABLE t (a TEXT)|",
        "CREATE TABLE t (a TEXT)|CREATE TABLE t (a INT)|narrow-type:t.a",
        "CREATE TABLE t (a INT)|CREATE TABLE t (a REAL)|narrow-type:t.a",
        "CREATE TABLE t (a REAL)|CREATE TABLE t (a TEXT)|narrow-type:t.a",
        "CREATE TABLE t (a REAL)|CREATE TABLE t (a NUMERIC)|",
        "CREATE TABLE t (a)|CREATE TABLE t (a VARCHAR(9))|narrow-type:t.a",
        "CREATE TABLE t (a VARCHAR(9))|CREATE TABLE t (a BLOB)|",
        "CREATE TABLE t (a TEXT)|CREATE TABLE t (a TEXT) STRICT|narrow-type:t",
        "CREATE TABLE t (a TEXT) STRICT|CREATE TABLE t (a TEXT)|",
        "CREATE TABLE t (a TEXT) STRICT|CREATE TABLE t (a ANY) STRICT|",
        "CREATE TABLE t (a ANY) STRICT|CREATE TABLE t (a TEXT) STRICT|narrow-type:t.a",
        "CREATE TABLE t (a INT) STRICT|CREATE TABLE t (a REAL) STRICT|narrow-type:t.a",
        "CREATE TABLE t (a, b)|CREATE TABLE t (a, b AS (a))|recreate-column:t.b",
        "CREATE TABLE t (a, b AS (a))|CREATE TABLE t (a, b)|",
        "CREATE VIRTUAL TABLE t USING fts5(a)|CREATE VIRTUAL TABLE t USING fts5(a,"
            + " b)|recreate-table:t",
        "CREATE VIRTUAL TABLE t USING fts5(a)|SELECT 1|drop-table:t",
        "CREATE VIEW t AS SELECT 1 AS x|SELECT 1|"
      })
  void saysWhatAChangeDestroys(String before, String after, String expected) {
    SchemaDiff diff = SchemaDiff.between(inspect("before", before), inspect("after", after));
    Renderer renderer = new SqliteDriver().renderer();
    List<String> losses =
        diff.changes().stream()
            .flatMap(change -> renderer.loss(diff, change).stream())
            .map(Object::toString)
            .toList();
    assertThat(losses).isEqualTo(expected == null ? List.of() : List.of(expected));
  }
}
