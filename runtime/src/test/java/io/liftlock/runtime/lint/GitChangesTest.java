package io.liftlock.runtime.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitChangesTest {

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void real() throws IOException {
    folder = temporary.toRealPath();
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void tellsWhatDiffersSinceTheBranchLeft() throws Exception {
    git("init", "-q", "-b", "main");
    write("db/001 ä.sql", "SELECT 1;");
    Path edited = write("db/002.sql", "SELECT 2;");
    Path gone = write("db/003.sql", "SELECT 3;");
    git("add", "-A");
    git("commit", "-q", "-m", "a");
    git("checkout", "-q", "-b", "feature");
    Path committed = write("db/004 ö.sql", "SELECT 4;");
    Files.delete(gone);
    git("add", "-A");
    git("commit", "-q", "-m", "b");
    git("checkout", "-q", "main");
    write("db/009_of_others.sql", "SELECT 9;");
    git("add", "-A");
    git("commit", "-q", "-m", "c");
    git("checkout", "-q", "feature");
    Files.writeString(edited, "SELECT 22;");
    Path fresh = write("db/005.sql", "SELECT 5;");
    assertThat(new GitChanges(folder.resolve("db")).since("main"))
        .containsExactlyInAnyOrder(edited, committed, fresh);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThatThrownBy(() -> new GitChanges(folder).since("main"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("GIT_FAILED")
        .hasMessageContaining("not a git repository");
    git("init", "-q", "-b", "main");
    assertThatThrownBy(() -> new GitChanges(folder).since("nowhere"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("find the revision nowhere")
        .hasMessageContaining("--changed-since");
    assertThatThrownBy(() -> new GitChanges(folder).since("--output=x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("hyphen");
  }
}
