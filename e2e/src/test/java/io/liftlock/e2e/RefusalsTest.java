package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be done is refused with its place and with what to do about it, nothing of it stays,
 * and no password is ever shown.
 */
class RefusalsTest {

  private static final Pattern GRANT = Pattern.compile("GRANT [^;\\n]+ TO \"[^\"]+\";");

  @TempDir Path folder;

  private final ScratchDatabase database = ScratchServer.get().freshDatabase();

  private String urlOf(ScratchServer.Role role) {
    return urlOf(role.name(), role.password());
  }

  private String urlOf(String user, String password) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(user, password, database.host(), database.port(), database.name());
  }

  @Test
  void aRoleThatMayOnlyReadIsToldWhatToGrantAndThatHelps() {
    ScratchServer.Role reader = database.createRole();
    Command command =
        new Command(folder).on(urlOf(reader)).write("001_t.sql", "CREATE TABLE t (id int);");
    Command.Answer answer = command.run("migrate");
    int grants = 0;
    while (answer.exit() != 0) {
      assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
      assertThat(answer.output()).contains("PRIVILEGE_MISSING").doesNotContain(reader.password());
      assertThat(
              database.value(
                  "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
          .isEqualTo("0");
      Matcher grant = GRANT.matcher(answer.output());
      assertThat(grant.find()).as(answer.output()).isTrue();
      database.execute(grant.group());
      grants++;
      assertThat(grants).as(answer.output()).isLessThan(4);
      answer = command.run("migrate");
    }
    assertThat(grants).isPositive();
    assertThat(database.value("SELECT to_regclass('t')")).isEqualTo("t");
  }

  @Test
  void aTableOfSomebodyElseIsNamed() {
    ScratchServer.Role owner = database.createOwner();
    database.execute("CREATE TABLE theirs (id int)");
    Command command =
        new Command(folder)
            .on(urlOf(owner))
            .write("001_t.sql", "CREATE TABLE mine (id int);\n\nALTER TABLE theirs ADD b int;");
    Command.Answer answer = command.run("migrate");
    assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
    assertThat(answer.output())
        .contains("PRIVILEGE_MISSING", "must be owner of table theirs", "001_t.sql:3:1", "  do   ");
    assertThat(database.value("SELECT to_regclass('mine')")).isNull();
  }

  @Test
  void aRoleWhoseTransactionsOnlyReadIsToldToConnectElsewhere() {
    ScratchServer.Role owner = database.createOwner();
    database.execute("ALTER ROLE " + owner.name() + " SET default_transaction_read_only = on");
    Command command =
        new Command(folder).on(urlOf(owner)).write("001_t.sql", "CREATE TABLE t (id int);");
    Command.Answer answer = command.run("migrate");
    assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
    assertThat(answer.output())
        .contains("DATABASE_READ_ONLY", "read-only transaction", "  do   connect to the primary");
    assertThat(database.value("SELECT to_regclass('t')")).isNull();
  }

  @Test
  void aFileSystemThatMayOnlyBeReadIsNamed() throws IOException, InterruptedException {
    Path small = mounted();
    try {
      Path file = small.resolve("made.db");
      Command command =
          new Command(folder)
              .on("sqlite:" + file)
              .write("001_t.sql", "CREATE TABLE t (id INTEGER);");
      assertThat(command.run("migrate").exit()).isZero();
      assertThat(done("mount", "-o", "remount,ro", small.toString())).isTrue();
      command.write("002_u.sql", "CREATE TABLE u (id INTEGER);");
      Command.Answer answer = command.run("migrate");
      assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
      assertThat(answer.output()).contains("DATABASE_READ_ONLY", "made.db", "  do   ");
      Command.Answer status = command.run("status");
      assertThat(status.exit()).as(status.output()).isZero();
    } finally {
      assertThat(done("umount", small.toString())).isTrue();
    }
  }

  /** A small file system of its own; only root may make one. */
  private Path mounted() throws IOException, InterruptedException {
    Path small = Files.createDirectory(folder.resolve("small"));
    boolean mounted = done("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small.toString());
    assumeThat(mounted).as("mounting a small tmpfs, which only root may").isTrue();
    return small;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "migrate",
        "migrate --verbose",
        "migrate --format json",
        "status",
        "status --verbose --format json",
        "doctor",
        "doctor --verbose --format json",
        "check --verbose",
      })
  void aWrongPasswordIsNeverPrinted(String arguments) throws IOException {
    ScratchServer.Role owner = database.createOwner();
    Command command = new Command(folder).write("001_t.sql", "CREATE TABLE t (id int);");
    String wrong = "hush%2Fhush-geheim";
    Command.Answer byUrl = command.on(urlOf(owner.name(), wrong)).run(arguments.split(" "));
    assertHushed(arguments, byUrl);
    Files.writeString(
        folder.resolve("liftlock.yaml"),
        """
        environments:
          development:
            databases: {main: "%s"}
        log: {file: run.log}
        """
            .formatted(urlOf(owner.name(), wrong)));
    Command.Answer byConfig = command.run(arguments.split(" "));
    assertHushed(arguments, byConfig);
    Path log = folder.resolve("run.log");
    if (Files.exists(log)) {
      assertThat(Files.readString(log)).doesNotContain("geheim");
    }
  }

  private static void assertHushed(String arguments, Command.Answer answer) {
    assertThat(answer.output()).doesNotContain("geheim");
    // What examines answers that it could not; what works was refused by the database.
    boolean examines = arguments.startsWith("doctor") || arguments.startsWith("check");
    assertThat(answer.exit()).as(answer.output()).isEqualTo(examines ? 1 : 4);
    if (!arguments.startsWith("doctor")) {
      assertThat(answer.output()).contains("AUTHENTICATION_FAILED", "check user, password");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereOneOfTwoDatabasesIsOutOfReachNothingChangesOnTheOther(boolean reachableFirst)
      throws IOException {
    String gone = "postgresql://nobody:nothing@127.0.0.1:1/none";
    Files.writeString(
        folder.resolve("liftlock.yaml"),
        """
        environments:
          development:
            databases:
              %s: "%s"
              %s: "%s"
        """
            .formatted(
                reachableFirst ? "a" : "z", database.urlText(), reachableFirst ? "b" : "c", gone));
    Command command =
        new Command(folder)
            .write(
                "001_t.sql",
                "-- Database: %s\nCREATE TABLE t (id int);".formatted(reachableFirst ? "a" : "z"))
            .write(
                "002_u.sql",
                "-- Database: %s\nCREATE TABLE u (id int);".formatted(reachableFirst ? "b" : "c"));
    Command.Answer answer = command.run("migrate");
    assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
    assertThat(answer.output())
        .contains("CONNECTION_FAILED", "127.0.0.1:1", "  do   ")
        .doesNotContain("nothing@");
    assertThat(
            database.value(
                "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
        .as("tables, the history's included")
        .isEqualTo("0");
    assertThat(database.value("SELECT count(*) FROM pg_namespace WHERE nspname = 'liftlock'"))
        .isEqualTo("0");
  }

  @Test
  void aStatementThatFailsIsShownWithItsPlaceAndTheServersHint() {
    Command command =
        new Command(folder)
            .on(database.urlText())
            .write("001_users.sql", "CREATE TABLE users (id int, email text);")
            .write(
                "002_mail.sql",
                """
                -- Purpose: a name that is not quite right
                CREATE TABLE mails (id int);

                /* é */ UPDATE users
                   SET email = lower(emial);
                CREATE TABLE never (id int);
                """);
    Command.Answer answer = command.run("migrate");
    assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
    assertThat(answer.output())
        .contains(
            "stopped: nothing of 002_mail was kept",
            "STATEMENT_FAILED  column \"emial\" does not exist (SQLSTATE 42703)",
            "at   migrations/002_mail.sql:5:22",
            "Perhaps you meant to reference the column \"users.email\"");
    assertThat(database.value("SELECT to_regclass('mails')")).isNull();
    assertThat(
            database.value(
                "SELECT string_agg(version, ' ') FROM schema_version WHERE state = 'done'"))
        .isEqualTo("001");
    Command.Answer json = command.run("migrate", "--format", "json");
    assertThat(json.exit()).as(json.output()).isEqualTo(4);
    assertThat(json.output().replaceAll("\\s+", ""))
        .contains(
            "\"command\":\"migrate\"",
            "\"exit\":4",
            "\"code\":\"STATEMENT_FAILED\"",
            "\"file\":\"migrations/002_mail.sql\"",
            "\"line\":5",
            "\"column\":22",
            "\"action\":\"Perhapsyoumeanttoreferencethecolumn\\\"users.email\\\".\"");
  }

  @Test
  void aStatementThatFailsInTheMiddleOfAPartlyDoneFileIsShownWithWhatContinues() {
    Command command =
        new Command(folder)
            .on(database.urlText())
            .write(
                "001_mixed.sql",
                """
                CREATE TABLE t (id int, kind text);
                INSERT INTO t VALUES (1, 'secret-value'), (1, 'other');
                CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id);
                INSERT INTO t VALUES (3, 'third');
                """);
    Command.Answer answer = command.run("migrate");
    assertThat(answer.exit()).as(answer.output()).isEqualTo(5);
    assertThat(answer.output())
        .contains(
            "stopped: 001_mixed is partly done",
            "could not create unique index \"t_id\"",
            "migrations/001_mixed.sql:3:1",
            "liftlock migrate")
        .doesNotContain("secret-value");
    Command.Answer json = command.run("status", "--format", "json");
    assertThat(json.output().replaceAll("\\s+", ""))
        .contains("\"stopped\":{\"id\":\"001\",\"statement\":3,\"resume\":\"liftlockmigrate\"");
    database.execute("UPDATE t SET id = 2 WHERE kind = 'other'");
    Command.Answer again = command.run("migrate");
    assertThat(again.exit()).as(again.output()).isZero();
    assertThat(database.value("SELECT string_agg(kind, ' ' ORDER BY id) FROM t"))
        .isEqualTo("secret-value other third");
    assertThat(database.value("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo("0");
  }

  @Test
  void aStatementThatFailsOnSqliteIsShownWithItsPlace() {
    Path file = folder.resolve("failing.db");
    Command command =
        new Command(folder)
            .on("sqlite:" + file)
            .write(
                "001_t.sql",
                "CREATE TABLE t (id INTEGER);\n\n  INSERT INTO t\n    VALUES (nonsense);\n");
    Command.Answer answer = command.run("migrate");
    assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
    assertThat(answer.output())
        .contains(
            "stopped: nothing of 001_t was kept",
            "STATEMENT_FAILED  no such column: nonsense",
            "migrations/001_t.sql:4:13");
    Command.Answer json = command.run("migrate", "--format", "json");
    assertThat(json.exit()).as(json.output()).isEqualTo(4);
    assertThat(json.output().replaceAll("\\s+", ""))
        .contains("\"code\":\"STATEMENT_FAILED\"", "\"line\":4", "\"column\":13");
  }

  @Test
  void aFullDiskLeavesTheDatabaseAsItWas() throws IOException, InterruptedException {
    Path small = mounted();
    try {
      FileStore store = Files.getFileStore(small);
      assertThat(store.getTotalSpace()).isEqualTo(2 * 1024 * 1024);
      Path file = small.resolve("full.db");
      Command command =
          new Command(folder)
              .on("sqlite:" + file)
              .write("001_t.sql", "CREATE TABLE t (id INTEGER); INSERT INTO t VALUES (1);")
              .write(
                  "002_much.sql",
                  """
                  INSERT INTO t VALUES (2);
                  CREATE TABLE much AS
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                    SELECT i, hex(zeroblob(200)) FROM n;
                  """);
      Command.Answer answer = command.run("migrate");
      assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
      assertThat(answer.output())
          .contains("stopped: nothing of 002_much was kept", "DISK_FULL", "  do   ");
      command.write("002_much.sql", "INSERT INTO t VALUES (2);");
      Command.Answer again = command.run("migrate");
      assertThat(again.exit()).as(again.output()).isZero();
      Command.Answer status = command.run("status", "--format", "json");
      assertThat(status.output().replaceAll("\\s+", ""))
          .contains("\"applied\":2", "\"pending\":[]");
    } finally {
      assertThat(done("umount", small.toString())).isTrue();
    }
  }

  private static boolean done(String... command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      // There is no such command here.
      return false;
    }
  }

  @Test
  void aFileThatIsNotTextIsRefusedBeforeAnythingRuns() throws IOException {
    Command command =
        new Command(folder).on(database.urlText()).write("001_t.sql", "CREATE TABLE t (id int);");
    byte[] broken = "SELECT 'caf\u00e9';".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("migrations/002_latin.sql"), broken);
    Command.Answer answer = command.run("migrate");
    assertThat(answer.exit()).as(answer.output()).isEqualTo(2);
    assertThat(answer.output()).contains("FILE_NOT_UTF8", "002_latin.sql", "11");
    assertThat(database.value("SELECT to_regclass('t')")).isNull();
    assertThat(database.value("SELECT to_regclass('schema_version')")).isNull();
  }
}
