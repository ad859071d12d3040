package io.liftlock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.error.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {

  @TempDir Path folder;

  @Test
  void aMissingFileIsMade() {
    Path file = folder.resolve("app.env");
    EnvironmentFile.set(file, "SCHEMA_VERSION", "007");
    assertThat(file).hasContent("SCHEMA_VERSION=007\n");
    assertThat(folder.toFile().list()).containsExactly("app.env");
  }

  @Test
  void onlyTheOneVariableChangesAndNoOtherThatBeginsLikeIt() throws Exception {
    Path file =
        Files.writeString(folder.resolve("app.env"), "SCHEMA_VERSION_OLD=1\nSCHEMA_VERSION=2");
    EnvironmentFile.set(file, "SCHEMA_VERSION", "3");
    assertThat(file).hasContent("SCHEMA_VERSION_OLD=1\nSCHEMA_VERSION=3\n");
  }

  @Test
  void permissionsAndLinksStay() throws Exception {
    Path real = Files.writeString(folder.resolve("real.env"), "A=1\n");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("app.env"), real);
    EnvironmentFile.set(link, "B", "2");
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("A=1\nB=2\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFolderThatIsMissingIsToldWithTheFile() {
    assertThatThrownBy(() -> EnvironmentFile.set(folder.resolve("no/app.env"), "A", "1"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no/app.env");
  }
}
