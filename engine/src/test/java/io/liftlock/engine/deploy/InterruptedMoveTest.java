package io.liftlock.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.report.RowComparison;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves that end somewhere on their way, at each attempt a little later. */
class InterruptedMoveTest {

  @TempDir Path folder;

  /** What is done when the process is gone: nothing. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Ends the process at an event. */
  private static Listener endingAt(int last) {
    AtomicInteger events = new AtomicInteger();
    return (Event event) -> {
      if (events.incrementAndGet() >= last) {
        throw new Killed();
      }
    };
  }

  /** Tries until an attempt reaches its end; each is allowed one event more than the one before. */
  private static NewHomeResult insist(Move move, int most) {
    for (int last = 1; last <= most; last++) {
      move.listener = endingAt(last);
      try {
        return move.go();
      } catch (Killed | RuntimeException ended) {
        // The next one finds what this one left. An end on another thread may come wrapped.
        if (Stream.<Throwable>iterate(ended, Objects::nonNull, Throwable::getCause)
            .noneMatch(Killed.class::isInstance)) {
          throw ended;
        }
      }
    }
    throw new AssertionError("no end after " + most + " attempts");
  }

  @Test
  void eachAttemptGoesOnWhereTheLastOneEnded() {
    Path migrations = folder.resolve("migrations");
    Move.file(
        migrations,
        "001_start.sql",
        """
        CREATE TABLE kinds (code text PRIMARY KEY, label text NOT NULL);
        INSERT INTO kinds VALUES ('a', 'first'), ('b', 'second');
        CREATE TABLE log (kind text REFERENCES kinds, said text);
        INSERT INTO log VALUES ('a', 'made');
        """);
    Move.file(migrations, "002_age.sql", "ALTER TABLE log ADD COLUMN age integer;\n");
    Move.file(migrations, "003_more.sql", "ALTER TABLE log ADD COLUMN more integer DEFAULT 1;\n");
    Move.file(migrations, "004_name.sql", "ALTER TABLE log RENAME COLUMN said TO told;\n");
    ScratchDatabase source = ScratchServer.get().freshDatabase();
    ScratchDatabase target = ScratchServer.get().freshDatabase();
    try {
      Move.migrate(source.url(), migrations, "002");
      source.execute(
          """
          UPDATE kinds SET label = 'changed' WHERE code = 'a';
          INSERT INTO log SELECT 'b', 'line', n % 9 FROM generate_series(1, 300) n
          """);
      Move move = new Move(source.url(), target.url()).by(migrations);
      move.thenMigrate = true;
      NewHomeResult result = insist(move, 80);
      assertThat(result.copied()).isPresent();
      assertThat(result.after().flatMap(Outcome::cause)).isEmpty();
      assertThat(
              target.value("SELECT string_agg(version, ' ' ORDER BY version) FROM schema_version"))
          .isEqualTo("001 002 003 004");
      assertThat(target.value("SELECT count(*) || ' ' || sum(age) || ' ' || sum(more) FROM log"))
          .isEqualTo(
              source.value("SELECT count(*) || ' ' || sum(age) || ' ' || count(*) FROM log"));
      assertThat(target.value("SELECT count(*) FROM log WHERE told = 'made'")).isEqualTo("1");
      assertThat(target.value("SELECT string_agg(label, ' ' ORDER BY code) FROM kinds"))
          .isEqualTo("changed second");
      assertThat(
              target.value(
                  "SELECT count(*) FROM pg_constraint WHERE contype IN ('p', 'f')"
                      + " AND connamespace = 'public'::regnamespace AND convalidated"
                      + " AND conrelid IN ('log'::regclass, 'kinds'::regclass)"))
          .isEqualTo("2");
    } finally {
      source.drop();
      target.drop();
    }
  }

  @Test
  void aSchemaThatIsMadeButNotFilledIsFilled() throws SQLException {
    DatabaseUrl source = DatabaseUrl.parse("sqlite:" + folder.resolve("source.db"));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source.location());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE Things (Id INTEGER PRIMARY KEY AUTOINCREMENT, Size INT)");
      statement.execute(
          """
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
          INSERT INTO Things SELECT i, i * 2 FROM n\
          """);
    }
    ScratchDatabase target = ScratchServer.get().freshDatabase();
    try {
      NewHomeResult result = insist(new Move(source, target.url()), 60);
      assertThat(result.copied().flatMap(CopyReport::verified).map(RowComparison::isEqual))
          .isEqualTo(Optional.of(true));
      assertThat(target.value("SELECT count(*) || ' ' || sum(size) FROM things"))
          .isEqualTo("200 40200");
      assertThat(target.value("INSERT INTO things (size) VALUES (1) RETURNING id"))
          .isEqualTo("201");
    } finally {
      target.drop();
    }
  }
}
