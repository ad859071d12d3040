package io.liftlock.engine.safety.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Facts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.safety.LintedScript;
import io.liftlock.engine.safety.Linter;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.outline.TableOutline;
import io.liftlock.postgres.PostgresDriver;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row is reached, in several transactions, whatever the key is. */
class BatchesTest {

  @ParameterizedTest
  @ValueSource(strings = {"bigint", "text", "uuid"})
  void reachesEveryRow(String type) {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    try {
      String table = "CREATE TABLE \"T\" (\"Key\" " + type + " PRIMARY KEY, a int)";
      String key =
          switch (type) {
            case "bigint" -> "g * 7 - 20000";
            case "text" -> "'k' || g";
            default -> "md5(g::text)::uuid";
          };
      database.execute(table);
      database.execute("INSERT INTO \"T\" SELECT " + key + " FROM generate_series(1, 10001) g");
      String block =
          Batches.update("\"T\"", Optional.of(outline(table)), "a = 1", "a IS NULL").orElseThrow();
      database.execute(block);
      assertThat(database.value("SELECT count(*) FROM \"T\" WHERE a = 1")).isEqualTo("10001");
      assertThat(database.value("SELECT count(DISTINCT xmin::text) FROM \"T\"")).isEqualTo("3");
      // Nothing is left for a second run, nor in a table without rows.
      database.execute(block);
      assertThat(database.value("SELECT count(DISTINCT xmin::text) FROM \"T\"")).isEqualTo("3");
      database.execute("TRUNCATE \"T\"");
      database.execute(block);
    } finally {
      database.drop();
    }
  }

  @Test
  void needsAKeyOfOneColumn() {
    assertThat(Batches.update("t", Optional.empty(), "a = 1", "a IS NULL")).isEmpty();
    TableOutline pair = outline("CREATE TABLE \"T\" (a int, b int, PRIMARY KEY (a, b))");
    assertThat(Batches.update("t", Optional.of(pair), "a = 1", "a IS NULL")).isEmpty();
  }

  private static TableOutline outline(String sql) {
    LintedScript script =
        LintedScript.of(new ScriptReader().read("t.sql", sql, Dialect.POSTGRES), false);
    return new Linter(new PostgresDriver().parser(), Map.of(), 18, Facts.unknown())
        .follow(List.of(script), Outline.empty(Dialect.POSTGRES))
        .table(RelationName.of("T"))
        .orElseThrow();
  }
}
