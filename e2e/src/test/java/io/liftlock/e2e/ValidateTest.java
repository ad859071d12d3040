package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example project's rollbacks, proven by the command itself on both of its databases. */
class ValidateTest {

  private static final Pattern RESULT = Pattern.compile("\"result\" : \"([a-z-]+)\"");

  @TempDir Path folder;

  @Test
  void theTradingJournalsRollbacksAreExact() throws IOException {
    validate(ScratchServer.get());
  }

  @Tag("majors")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void theTradingJournalsRollbacksAreExactOnEveryMajor(int major) throws IOException {
    validate(ScratchServer.of(major));
  }

  private void validate(ScratchServer server) throws IOException {
    ScratchDatabase postgres = server.freshDatabase();
    try {
      project(postgres.urlText());
      Command.Answer answer = new Command(folder).run("validate", "--format", "json");
      assertThat(answer.exit()).as(answer.output()).isZero();
      List<String> results = new ArrayList<>();
      Matcher matcher = RESULT.matcher(answer.output());
      while (matcher.find()) {
        results.add(matcher.group(1));
      }
      assertThat(results).hasSize(18).containsOnly("exact");
      assertThat(answer.output()).containsOnlyOnce("\"unfilled\" : [ ]\n    }, {");
      assertThat(postgres.value("SELECT count(*) FROM pg_class WHERE relname = 'users'"))
          .as("the database itself is only read")
          .isEqualTo("0");
      assertThat(
              postgres.value(
                  "SELECT count(*) FROM pg_database WHERE datname LIKE 'liftlock_scratch%'"))
          .as("scratch databases are dropped")
          .isEqualTo("0");
    } finally {
      postgres.drop();
    }
  }

  private void project(String url) throws IOException {
    Path migrations = Files.createDirectories(folder.resolve("migrations"));
    try (Stream<Path> files = Files.list(Project.file("examples/trading-journal/migrations"))) {
      for (Path file : files.toList()) {
        Files.copy(file, migrations.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        folder.resolve("liftlock.yaml"),
        """
        migrations: migrations
        environments:
          development:
            databases:
              main: %s
              trades: sqlite:trades.db
        """
            .formatted(url));
  }
}
