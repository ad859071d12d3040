package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

  @TempDir Path folder;

  @Test
  void comparesWithTheFile() throws IOException {
    Files.writeString(folder.resolve("plan.txt"), "one\n");
    Golden golden = new Golden(folder, false);

    golden.check("plan.txt", "one");

    assertThatThrownBy(() -> golden.check("plan.txt", "two"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dgolden=update");
  }

  @Test
  void missingFileFailsUnlessItIsToBeWritten() throws IOException {
    assertThatThrownBy(() -> new Golden(folder, false).check("a/b.txt", "text"))
        .hasMessageContaining("is missing");

    new Golden(folder, true).check("a/b.txt", "text");

    assertThat(folder.resolve("a/b.txt")).hasContent("text\n");
    assertThat(new Golden(folder, false).cases()).containsExactly("a");
  }

  @Test
  void fileThatNobodyUsesFails() throws IOException {
    Files.writeString(folder.resolve("used.txt"), "");
    Files.writeString(folder.resolve("forgotten.txt"), "");
    Golden golden = new Golden(folder, false);
    golden.read("used.txt");

    assertThatThrownBy(golden::assertAllUsed)
        .hasMessageContaining("forgotten.txt")
        .hasMessageNotContaining("/used.txt");
    golden.check("forgotten.txt", "");
    golden.assertAllUsed();
  }
}
