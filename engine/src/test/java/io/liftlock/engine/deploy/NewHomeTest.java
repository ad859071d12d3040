package io.liftlock.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.pairing.CopyMapping;
import io.liftlock.engine.transfer.translate.TypeOverrides;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole journey between real databases. */
class NewHomeTest {

  @TempDir Path folder;

  private final List<ScratchDatabase> databases = new ArrayList<>();
  private Path migrations;

  @BeforeEach
  void writeMigrations() {
    migrations = folder.resolve("migrations");
    Move.file(
        migrations,
        "001_start.sql",
        """
        CREATE TABLE kinds (code text PRIMARY KEY, label text NOT NULL);
        INSERT INTO kinds VALUES ('a', 'first'), ('b', 'second');
        CREATE TABLE users (id integer PRIMARY KEY, mail text, kind text REFERENCES kinds);
        """);
    Move.file(migrations, "002_age.sql", "ALTER TABLE users ADD COLUMN age integer;\n");
    Move.file(
        migrations,
        "003_rename.sql",
        """
        ALTER TABLE users RENAME COLUMN mail TO email;
        ALTER TABLE users ADD COLUMN active integer NOT NULL DEFAULT 1;
        """);
  }

  @AfterEach
  void drop() {
    databases.forEach(ScratchDatabase::drop);
  }

  private ScratchDatabase postgres() {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    databases.add(database);
    return database;
  }

  private DatabaseUrl sqlite(String name, String... statements) {
    DatabaseUrl url = DatabaseUrl.parse("sqlite:" + folder.resolve(name));
    run(url, statements);
    return url;
  }

  private static void run(DatabaseUrl url, String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + url.location());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Schema schema(DatabaseUrl url) {
    try (Database database = Move.open(url)) {
      return database.inspector().inspect();
    }
  }

  private static void assertEqual(NewHomeResult result) {
    assertThat(result.before().flatMap(Outcome::cause)).isEmpty();
    assertThat(result.copied().flatMap(CopyReport::verified).map(RowComparison::isEqual))
        .contains(true);
  }

  /** A source at its second version, whose rows are not those that migrations have put there. */
  private ScratchDatabase shop() {
    ScratchDatabase source = postgres();
    Move.migrate(source.url(), migrations, "002");
    source.execute(
        """
        UPDATE kinds SET label = 'changed' WHERE code = 'a';
        INSERT INTO users SELECT n, 'mail ' || n, 'b', n % 90 FROM generate_series(1, 500) n
        """);
    return source;
  }

  @Test
  void theTargetIsBroughtToTheSourcesVersionAndThenOn() {
    ScratchDatabase target = postgres();
    Move move = new Move(shop().url(), target.url()).by(migrations);
    move.thenMigrate = true;
    NewHomeResult result = move.go();
    assertEqual(result);
    assertThat(result.before().orElseThrow().finished()).hasSize(2);
    assertThat(result.after().orElseThrow().finished()).hasSize(1);
    assertThat(target.value("SELECT count(*) || ' ' || sum(active) FROM users"))
        .isEqualTo("500 500");
    assertThat(target.value("SELECT email FROM users WHERE id = 7")).isEqualTo("mail 7");
    assertThat(target.value("SELECT string_agg(label, ' ' ORDER BY code) FROM kinds"))
        .isEqualTo("changed second");
  }

  @Test
  void aNewerTargetIsServedByNames() {
    ScratchDatabase target = postgres();
    Move.migrate(target.url(), migrations, "003");
    Move move = new Move(shop().url(), target.url()).by(migrations);
    move.mapping =
        CopyMapping.parse(List.of("users.mail=users.email"), List.of(), List.of(), List.of());
    move.copy = move.copy.withExisting(CopyOptions.IntoExisting.REPLACE);
    assertEqual(move.go());
    assertThat(target.value("SELECT count(*) || ' ' || sum(active) FROM users"))
        .isEqualTo("500 500");
  }

  @Test
  void aTargetThatSomebodyUsesIsNotMigrated() {
    ScratchDatabase target = postgres();
    Move.migrate(target.url(), migrations, "001");
    Move move = new Move(shop().url(), target.url()).by(migrations);
    assertThatExceptionOfType(LiftlockException.class)
        .isThrownBy(move::go)
        .matches(refused -> refused.code() == ErrorCode.COPY_DOES_NOT_FIT);
    assertThat(target.value("SELECT count(*) FROM schema_version")).isEqualTo("1");
  }

  @Test
  void aSourceWithoutHistorySaysItsVersion() {
    ScratchDatabase source = shop();
    source.execute("DROP TABLE schema_version CASCADE; DROP SCHEMA liftlock CASCADE");
    ScratchDatabase target = postgres();
    Move move = new Move(source.url(), target.url()).by(migrations);
    move.sourceVersion = java.util.Optional.of(io.liftlock.core.migration.MigrationId.of("002"));
    assertEqual(move.go());
    assertThat(target.value("SELECT max(version) FROM schema_version")).isEqualTo("002");
  }

  @Test
  void whatTheSourceLooksLikeIsMadeWithItsHistory() {
    ScratchDatabase source = shop();
    source.execute(
        """
        CREATE TYPE mood AS ENUM ('glad', 'sad');
        CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mood mood,
          user_id integer REFERENCES users, body text NOT NULL CHECK (body <> ''));
        INSERT INTO notes (mood, user_id, body) SELECT 'sad', n, 'note' FROM generate_series(1, 9) n;
        CREATE FUNCTION later() RETURNS integer LANGUAGE sql AS 'SELECT count(*)::integer FROM notes';
        CREATE VIEW sad AS SELECT * FROM notes WHERE mood = 'sad';
        CREATE INDEX by_user ON notes (user_id)
        """);
    ScratchDatabase target = postgres();
    Move move = new Move(source.url(), target.url());
    move.migrations = java.util.Optional.of(migrations);
    move.thenMigrate = true;
    NewHomeResult result = move.go();
    assertEqual(result);
    assertThat(result.leftOut()).isEmpty();
    assertThat(result.after().orElseThrow().finished()).hasSize(1);
    assertThat(target.value("SELECT later()")).isEqualTo("9");
    assertThat(target.value("SELECT string_agg(version, ' ' ORDER BY version) FROM schema_version"))
        .isEqualTo("001 002 003");
  }

  @Test
  void rolesThatTheTargetLacksAreToldAndLeftOut() {
    ScratchDatabase source = postgres();
    ScratchServer.Role role = source.createRole();
    source.execute(
        """
        CREATE TABLE secrets (id integer PRIMARY KEY);
        CREATE TABLE theirs (id integer PRIMARY KEY);
        ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
        CREATE POLICY mine ON secrets TO %1$s USING (true);
        GRANT SELECT ON secrets TO %1$s;
        ALTER TABLE theirs OWNER TO %1$s
        """
            .formatted(role.name()));
    // On the other server there is no such role.
    ScratchDatabase target = ScratchServer.of(17).freshDatabase();
    try {
      NewHomeResult result = new Move(source.url(), target.url()).go();
      assertEqual(result);
      assertThat(result.leftOut())
          .extracting(left -> left.object().name() + " " + left.part())
          .containsExactlyInAnyOrder("public grants", "secrets grants", "theirs owner", "mine ");
      assertThat(target.value("SELECT relrowsecurity FROM pg_class WHERE relname = 'secrets'"))
          .isEqualTo("t");
    } finally {
      target.drop();
    }
  }

  @Test
  void fromSqliteToPostgresAndBack() {
    DatabaseUrl source =
        sqlite(
            "shop.db",
            """
            CREATE TABLE Users (id INTEGER PRIMARY KEY, userName TEXT NOT NULL UNIQUE, age INT,
              score REAL, price DECIMAL(10,2), active BOOLEAN, born DATE, seen DATETIME,
              made TIMESTAMP, photo BLOB, anything)\
            """,
            """
            CREATE TABLE orders (user_id INT REFERENCES Users (id) ON DELETE CASCADE, position INT,
              note TEXT, PRIMARY KEY (user_id, position)) WITHOUT ROWID\
            """,
            "CREATE INDEX by_note ON orders (note)",
            """
            INSERT INTO Users VALUES
              (1, 'Ann', 33, 0.1, 12.50, 1, '1990-02-28', '2026-11-20 17:30:00',
               '2026-11-20T17:30:00.120+02:00', x'00ff', 1),
              (2, 'Ünal', NULL, -0.0, 3, 0, NULL, '2026-11-20 17:30:00.5', NULL, x'', 2),
              (9007199254740993, '', -5, 1e300, 0.001, NULL, '2000-02-29', NULL,
               '2026-11-20 17:30:00Z', NULL, 3)\
            """,
            "INSERT INTO orders VALUES (1, 1, 'x'), (1, 2, NULL), (2, 1, 'it''s')");
    ScratchDatabase middle = postgres();
    NewHomeResult there = new Move(source, middle.url()).go();
    assertEqual(there);
    assertThat(there.choices())
        .extracting(choice -> choice.target().name() + " " + choice.to())
        .contains(
            "id bigint",
            "username text",
            "age bigint",
            "score double precision",
            "price numeric",
            "active boolean",
            "born date",
            "seen timestamp without time zone",
            "made timestamp with time zone",
            "photo bytea",
            "anything bigint");
    assertThat(middle.value("SELECT max(id) FROM users")).isEqualTo("9007199254740993");
    assertThat(middle.value("INSERT INTO users (username) VALUES ('next') RETURNING id"))
        .isEqualTo("9007199254740994");
    middle.execute("DELETE FROM users WHERE username = 'next'");

    DatabaseUrl back = DatabaseUrl.parse("sqlite:" + folder.resolve("back.db"));
    assertEqual(new Move(middle.url(), back).go());
    Schema schema = schema(back);
    assertThat(schema.has(ObjectId.of(ObjectKind.INDEX, "orders", "by_note"))).isTrue();

    ScratchDatabase again = postgres();
    assertEqual(new Move(back, again.url()).go());
  }

  @Test
  void valuesThatDoNotFitAreListedBeforeARowMoves() {
    DatabaseUrl source =
        sqlite(
            "odd.db",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, age INT, name TEXT)",
            "INSERT INTO t VALUES (1, 5, 'a'), (2, 'five', 'b'), (3, 6, x'00')");
    ScratchDatabase target = postgres();
    assertThatExceptionOfType(LiftlockException.class)
        .isThrownBy(() -> new Move(source, target.url()).go())
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.VALUES_MISFIT);
              assertThat(refused.getMessage())
                  .contains("t.age", "1 of its 3 values", "rowid 2", "rowid 3")
                  .doesNotContain("five");
            });
    assertThat(target.value("SELECT count(*) FROM t")).isEqualTo("0");

    Move mapped = new Move(source, postgres().url());
    mapped.types = TypeOverrides.parse(List.of("t.age=text", "t.name=boolean"));
    assertThatExceptionOfType(LiftlockException.class)
        .isThrownBy(mapped::go)
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .contains("t.name cannot be boolean", "not every one of its 3 values")
                    .doesNotContain("t.age"));

    List<String> aside = new ArrayList<>();
    Move rejecting = new Move(source, target.url());
    rejecting.copy = rejecting.copy.withVerify(false);
    rejecting.rejects =
        java.util.Optional.of(misfit -> aside.add(misfit.rowid() + " " + misfit.column()));
    rejecting.go();
    assertThat(aside).containsExactlyInAnyOrder("2 age", "3 name");
    assertThat(target.value("SELECT string_agg(id::text, ' ') FROM t")).isEqualTo("1");
  }

  @Test
  void migrationsDoNotFollowWithoutAComparison() {
    Move move = new Move(shop().url(), postgres().url()).by(migrations);
    move.thenMigrate = true;
    move.copy = move.copy.withVerify(false);
    assertThatExceptionOfType(LiftlockException.class)
        .isThrownBy(move::go)
        .matches(refused -> refused.code() == ErrorCode.USAGE);
  }
}
