package io.liftlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.error.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectWriterTest {

  @TempDir Path folder;

  @Test
  void aNewProjectCanBeReadAndUsesTheServerThatComesAlong() {
    ProjectWriter.write(folder);
    Project project = ProjectReader.read(ProjectOptions.in(folder), Map.of());
    assertThat(project.databases())
        .singleElement()
        .satisfies(database -> assertThat(database.url()).hasToString("embedded:main"));
    assertThat(project.disposable()).isTrue();
    assertThat(project.warnings()).isEmpty();
  }

  @Test
  void nothingIsOverwrittenOrAddedToAProjectThatIsThere() throws Exception {
    Files.writeString(folder.resolve("liftlock.yaml"), "layout: flyway\n");
    assertThatThrownBy(() -> ProjectWriter.write(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("FILE_EXISTS");
    assertThat(folder.resolve("migrations")).doesNotExist();
    assertThat(folder.resolve("liftlock.yaml")).hasContent("layout: flyway\n");
  }

  @Test
  void migrationsThatAreThereStayAlone() throws Exception {
    Files.createDirectories(folder.resolve("migrations"));
    assertThat(ProjectWriter.write(folder))
        .containsExactly(Path.of("liftlock.yaml"), Path.of(".gitignore"));
    assertThat(folder.resolve("migrations")).isEmptyDirectory();
  }
}
