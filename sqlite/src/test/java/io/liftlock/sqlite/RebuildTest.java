package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.schema.Schema;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could go wrong when a table is made anew, and must not. */
final class RebuildTest {

  private static final String FAMILY =
      """
      CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE children (
        id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE);
      INSERT INTO parents VALUES (1, 'a'), (2, 'b');
      INSERT INTO children VALUES (1, 1), (2, 1), (3, 2);
      """;

  @TempDir Path folder;

  private ByHand live() {
    return new ByHand(folder.resolve("live.db"));
  }

  private Schema inspect(Path file) {
    try (Database database = Workshop.open(file)) {
      return database.inspector().inspect();
    }
  }

  private String plan(String after) {
    ByHand model = new ByHand(folder.resolve("model.db"));
    model.run(after);
    return new SqliteDriver()
        .renderer()
        .render(
            SchemaDiff.between(inspect(live().file()), inspect(model.file())), Renderer.Mode.PLAIN)
        .text();
  }

  @Test
  void childrenSurviveWithForeignKeysOn() {
    live().run(FAMILY);
    String plan = plan(FAMILY.replace("name TEXT", "name TEXT NOT NULL"));
    // Without the pragma before BEGIN the children would go, without a word.
    live().run("PRAGMA foreign_keys = ON;\n" + plan);
    assertThat(live().ask("SELECT group_concat(id || '-' || parent_id) FROM children"))
        .contains("1-1,2-1,3-2");
    ByHand naive = new ByHand(folder.resolve("naive.db"));
    naive.run(FAMILY);
    naive.run(
        """
        PRAGMA foreign_keys = ON;
        BEGIN;
        PRAGMA foreign_keys = OFF;
        CREATE TABLE made (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        INSERT INTO made SELECT * FROM parents;
        DROP TABLE parents;
        ALTER TABLE made RENAME TO parents;
        COMMIT;
        """);
    assertThat(naive.ask("SELECT count(*) FROM children")).contains("0");
  }

  @Test
  void failsWhereARowWouldBeLostAndChangesNothing() {
    live().run("CREATE TABLE t (a TEXT, b TEXT); INSERT INTO t VALUES ('x', '1'), ('x', '2');");
    // IGNORE drops the second row without an error.
    String plan = plan("CREATE TABLE t (a TEXT UNIQUE ON CONFLICT IGNORE, b TEXT);");
    assertThatThrownBy(() -> live().run(plan)).hasMessageContaining("every row is carried over");
    assertThat(live().ask("SELECT count(*) FROM t")).contains("2");
    assertThat(live().ask("SELECT sql FROM sqlite_schema"))
        .contains("CREATE TABLE t (a TEXT, b TEXT)");
  }

  @Test
  void failsWhereARowHasNoParent() {
    String loose = FAMILY.replace("REFERENCES parents (id) ON DELETE CASCADE", "");
    live().run(loose + "INSERT INTO children VALUES (4, 77);");
    String plan = plan(FAMILY);
    assertThatThrownBy(() -> live().run(plan)).hasMessageContaining("no row loses its parent");
    assertThat(live().ask("SELECT count(*) FROM children")).contains("4");
    assertThat(live().ask("SELECT count(*) FROM pragma_foreign_key_list('children')"))
        .contains("0");
  }

  @Test
  void whatWasLostBeforeIsNobodysFaultNow() {
    live().run(FAMILY + "INSERT INTO children VALUES (4, 77);");
    live().run(plan(FAMILY.replace("name TEXT", "name TEXT UNIQUE")));
    assertThat(live().ask("SELECT count(*) FROM children")).contains("4");
  }

  @Test
  void refusesWhatItWouldLose() {
    live().run("CREATE TABLE t (a INT, CONSTRAINT \"<odd>\" CHECK (a > 0));");
    LiftlockException refused =
        catchThrowableOfType(
            LiftlockException.class, () -> plan("CREATE TABLE t (a INT NOT NULL);"));
    assertThat(refused.code()).isEqualTo(ErrorCode.CHANGE_IMPOSSIBLE);
    assertThat(refused).hasMessageContaining("<odd>");
  }
}
