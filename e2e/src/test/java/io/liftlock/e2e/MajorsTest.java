package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same verbs give the same answers, word for word, on every PostgreSQL from 14 to 18, and on
 * SQLite: only versions, times and places differ.
 */
class MajorsTest {

  private static final List<Integer> MAJORS = List.of(18, 17, 16, 15, 14);

  @TempDir Path folder;

  /** What was asked and answered, with all that may differ left out. */
  private static final class Transcript {

    private final Command command;
    private final StringBuilder text = new StringBuilder();

    Transcript(Command command) {
      this.command = command;
    }

    void say(int exit, String... arguments) {
      Command.Answer answer = command.run(arguments);
      assertThat(answer.exit())
          .as(String.join(" ", arguments) + "\n" + answer.output())
          .isEqualTo(exit);
      text.append("$ liftlock ")
          .append(String.join(" ", arguments))
          .append('\n')
          .append(without(answer.output()))
          .append('\n');
    }

    private static String without(String output) {
      return output
          // The architecture rules' library, on the class path of the tests, writes these.
          .replaceAll("(?m)^SLF4J\\(W\\): .*\\R", "")
          .replaceAll("(by-hand-|E')[0-9a-f]{16}'", "$1ID'")
          .replaceAll("(postgresql|sqlite):[^\\s\"]+", "URL")
          .replaceAll("PostgreSQL \\d+(\\.\\d+)?( \\([^)]*\\))?|SQLite [\\d.]+", "SERVER")
          .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?", "TIME")
          .replaceAll("(durationMs|lockWaitMs)\" : \\d+", "$1\" : MS")
          .replaceAll(" *\\d+ ms", " MS")
          .replaceAll("\\d+\\.\\d\\d s", "S")
          // Columns are as wide as what stands in them.
          .replaceAll("[ -]{2,}", "  ");
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private Path subfolder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private static void configure(Path project, String databases) throws IOException {
    Files.writeString(
        project.resolve("liftlock.yaml"),
        "environments:\n  development:\n    disposable: true\n    databases: {"
            + databases
            + "}\n");
  }

  private static void same(List<String> transcripts) {
    List<String> expected = transcripts.get(0).lines().toList();
    for (String transcript : transcripts) {
      List<String> lines = transcript.lines().toList();
      for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
        assertThat(lines.get(i))
            .as("behind%n%s", String.join("\n", expected.subList(Math.max(0, i - 8), i)))
            .isEqualTo(expected.get(i));
      }
      assertThat(lines).hasSameSizeAs(expected);
    }
  }

  @Tag("majors")
  @Test
  void theExampleIsAnsweredTheSame() throws IOException {
    List<String> transcripts = new ArrayList<>();
    for (int major : MAJORS) {
      transcripts.add(example(major));
    }
    same(transcripts);
  }

  private String example(int major) throws IOException {
    ScratchDatabase database = ScratchServer.of(major).freshDatabase();
    Path project = subfolder("example-" + major);
    copy(Project.file("examples/trading-journal/migrations"), project.resolve("migrations"));
    configure(project, "main: \"%s\", trades: \"sqlite:trades.db\"".formatted(database.urlText()));
    Transcript transcript = new Transcript(new Command(project));
    transcript.say(0, "status");
    transcript.say(1, "check");
    transcript.say(0, "migrate", "--dry-run");
    transcript.say(0, "migrate", "--to", "007");
    transcript.say(0, "status");
    transcript.say(0, "migrate");
    transcript.say(0, "current");
    transcript.say(0, "check");
    transcript.say(0, "rollback", "--steps", "3");
    transcript.say(0, "status", "--format", "json");
    transcript.say(0, "migrate", "--format", "json");
    transcript.say(0, "heads");
    transcript.say(0, "show", "004");
    transcript.say(0, "rollback", "--to", "base");
    transcript.say(0, "migrate", "--quiet");
    transcript.say(0, "sql", "001:003", "--database", "main");
    database.drop();
    return transcript.toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  @Tag("majors")
  @Test
  void whatStopsHalfWayContinuesTheSame() throws IOException {
    List<String> transcripts = new ArrayList<>();
    for (int major : MAJORS) {
      transcripts.add(mixed(major));
    }
    same(transcripts);
  }

  private String mixed(int major) throws IOException {
    ScratchDatabase database = ScratchServer.of(major).freshDatabase();
    Path project = subfolder("mixed-" + major);
    configure(project, "main: \"" + database.urlText() + "\"");
    Command command =
        new Command(project)
            .write("001_t.sql", "CREATE TABLE t (id int, kind text);")
            .write("001_t_rollback.sql", "DROP TABLE t;")
            .write(
                "002_mixed.sql",
                """
                INSERT INTO t VALUES (1, 'a'), (1, 'b');
                CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id);
                ALTER TABLE t ADD COLUMN more int;
                """)
            .write(
                "002_mixed_rollback.sql",
                "DROP INDEX CONCURRENTLY t_id;\nALTER TABLE t DROP COLUMN more;\nDELETE FROM t;")
            .write("003_mood.sql", "CREATE TYPE mood AS ENUM ('calm');")
            .write("003_mood_rollback.sql", "DROP TYPE mood;")
            .write(
                "004_value.sql",
                "ALTER TYPE mood ADD VALUE 'wild';\nCREATE TABLE m AS SELECT 'wild'::mood AS mood;")
            .write("005_wrong.sql", "SELECT mod FROM m;");
    Transcript transcript = new Transcript(command);
    transcript.say(5, "migrate");
    transcript.say(0, "status");
    transcript.say(1, "check");
    assertThat(database.value("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo("1");
    database.execute("UPDATE t SET id = 2 WHERE kind = 'b'");
    transcript.say(4, "migrate");
    assertThat(database.value("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo("0");
    Files.delete(project.resolve("migrations/005_wrong.sql"));
    transcript.say(0, "migrate");
    transcript.say(0, "status");
    transcript.say(3, "rollback");
    Files.writeString(project.resolve("migrations/004_value_rollback.sql"), "DROP TABLE m;");
    transcript.say(0, "rollback", "--to", "001");
    assertThat(database.value("SELECT count(*) FROM t")).isEqualTo("0");
    transcript.say(3, "migrate", "--transaction", "all");
    transcript.say(0, "current");
    database.drop();
    return transcript.toString();
  }

  @Tag("majors")
  @Test
  void whatBothUnderstandIsAnsweredTheSameOnPostgresAndSqlite() throws IOException {
    List<String> transcripts = new ArrayList<>();
    transcripts.add(portable("sqlite", "sqlite:portable.db"));
    for (int major : MAJORS) {
      ScratchDatabase database = ScratchServer.of(major).freshDatabase();
      transcripts.add(portable("portable-" + major, database.urlText()));
      database.drop();
    }
    same(transcripts);
  }

  private String portable(String name, String url) throws IOException {
    Path project = subfolder(name);
    configure(project, "main: \"" + url + "\"");
    Command command =
        new Command(project)
            .write("001_t.sql", "CREATE TABLE t (id integer PRIMARY KEY, kind text);")
            .write("001_t_rollback.sql", "DROP TABLE t;")
            .write(
                "002_rows.sql",
                "INSERT INTO t VALUES (1, 'a'), (2, 'b');\nDELETE FROM t WHERE id = 2;")
            .write("002_rows_rollback.sql", "DELETE FROM t;")
            .write("003_view.sql", "-- Purpose: short\nCREATE VIEW v AS SELECT id FROM t;")
            .write("003_view_rollback.sql", "DROP VIEW v;");
    Transcript transcript = new Transcript(command);
    transcript.say(0, "status");
    transcript.say(0, "current");
    transcript.say(0, "migrate", "--steps", "1");
    transcript.say(1, "check");
    transcript.say(0, "migrate", "--dry-run");
    transcript.say(0, "migrate");
    transcript.say(0, "migrate");
    transcript.say(0, "status", "--format", "json");
    transcript.say(0, "rollback", "--format", "json");
    transcript.say(0, "downgrade", "base");
    transcript.say(0, "upgrade", "head", "--transaction", "all");
    transcript.say(0, "history");
    transcript.say(0, "check", "--format", "json");
    command.write(
        "002_rows.sql", "INSERT INTO t VALUES (1, 'a'), (2, 'c');\nDELETE FROM t WHERE id = 2;");
    transcript.say(3, "migrate");
    transcript.say(0, "repair", "--accept", "002", "--reason", "a test", "--yes");
    transcript.say(0, "migrate");
    command.write("002b_late.sql", "-- this name is no number\nCREATE TABLE late (id integer);");
    transcript.say(2, "rollback", "--to", "007");
    return transcript.toString();
  }
}
