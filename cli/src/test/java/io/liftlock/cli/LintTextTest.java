package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Findings as people see them. */
class LintTextTest {

  @RegisterExtension static final Golden GOLDEN = Golden.area("lint-text");

  @TempDir Path folder;

  private String print(boolean colour, boolean suppressed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(stream, stream, InputStream.nullInputStream(), colour, false, false);
    new LintText(terminal, folder, suppressed).print(LintResults.RESULT);
    terminal.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theGuiltyPlaceIsMarkedBelowItsLine() throws IOException {
    Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(
        folder.resolve("migrations/014_mail, 100%.sql"),
        "-- Purpose: mail\n\n\tCREATE INDEX users_mail ON users (mail);\n");
    Files.writeString(
        folder.resolve("migrations/015_<odd>.sql"), "DROP INDEX CONCURRENTLY \"a&b\";\r\n");
    Files.writeString(
        folder.resolve("migrations/016_c.sql"), "DO $$ BEGIN\n" + "x".repeat(300) + "\nEND $$;\n");
    GOLDEN.check("text.txt", print(false, true));
    String plain = print(true, true).replaceAll("\u001b\\[[0-9]*m", "");
    assertThat(plain).isEqualTo(print(false, true));
  }

  @Test
  void aFileThatIsGoneIsNamedWithoutItsLine() {
    assertThat(print(false, false))
        .contains("at      migrations/014_mail, 100%.sql:3:8")
        .doesNotContain("^", "nobody goes back");
  }
}
