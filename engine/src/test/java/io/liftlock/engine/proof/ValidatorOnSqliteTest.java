package io.liftlock.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.report.MigrationProof;
import io.liftlock.core.report.MigrationProof.Result;
import io.liftlock.core.sql.Dialect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatorOnSqliteTest extends ValidatorContract {

  @TempDir Path folder;
  private int next;

  @Override
  Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  Database scratch() {
    return new OpenDatabase(DatabaseUrl.parse("sqlite:" + folder.resolve("s" + next++ + ".db")))
        .database;
  }

  @Test
  void findsChildrenThatARebuildDeletes() {
    migrations
        .add(
            "1",
            """
            CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES p (id)
              ON DELETE CASCADE)
            """,
            "DROP TABLE c; DROP TABLE p")
        .add(
            "2",
            """
            PRAGMA foreign_keys = ON;
            DELETE FROM p WHERE n IS NULL;
            """,
            "PRAGMA foreign_keys = OFF");
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsOnly(Result.EXACT);
    assertThat(proofs.get(1).lost()).isNotEmpty();
  }

  @Test
  void provesARebuild() {
    migrations
        .add(
            "1",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, flag INTEGER NOT NULL CHECK (flag IN (0, 1)))",
            "DROP TABLE t")
        .add(
            "2",
            """
            PRAGMA foreign_keys = OFF;
            CREATE TABLE t_new (id INTEGER PRIMARY KEY, word TEXT NOT NULL CHECK (word IN ('no', 'yes'))) STRICT;
            INSERT INTO t_new SELECT id, CASE flag WHEN 0 THEN 'no' ELSE 'yes' END FROM t;
            DROP TABLE t;
            ALTER TABLE t_new RENAME TO t;
            PRAGMA foreign_keys = ON;
            """,
            """
            PRAGMA foreign_keys = OFF;
            CREATE TABLE t_old (id INTEGER PRIMARY KEY, flag INTEGER NOT NULL CHECK (flag IN (0, 1)));
            INSERT INTO t_old SELECT id, word = 'yes' FROM t;
            DROP TABLE t;
            ALTER TABLE t_old RENAME TO t;
            PRAGMA foreign_keys = ON;
            """);
    List<MigrationProof> proofs = validate();
    assertThat(results(proofs)).containsOnly(Result.EXACT);
    assertThat(proofs.get(1).lost()).isEmpty();
  }
}
