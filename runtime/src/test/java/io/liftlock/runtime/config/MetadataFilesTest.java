package io.liftlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.MetadataReader.Format;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataFilesTest {

  private final MetadataFiles files = new MetadataFiles();

  @Test
  void yamlBecomesMapsListsAndPlainValues() {
    assertThat(
            files.read(
                "metadata.yaml",
                "name: add users\nparents: [1, 2]\nprivileged: true\n",
                Format.YAML))
        .isEqualTo(Map.of("name", "add users", "parents", List.of(1, 2), "privileged", true));
    assertThat(files.read("metadata.yaml", "", Format.YAML)).isEmpty();
  }

  @Test
  void tomlBecomesMapsListsAndPlainValues() {
    assertThat(
            files.read(
                "metadata.toml", "run_in_transaction = false\n[a]\nb = ['x']\n", Format.TOML))
        .isEqualTo(Map.of("run_in_transaction", false, "a", Map.of("b", List.of("x"))));
  }

  @Test
  void malformedTextIsToldWithItsPlace() {
    UserError yaml =
        catchThrowableOfType(
            UserError.class, () -> files.read("m.yaml", "a: b\nc: [", Format.YAML));
    assertThat(yaml.code()).isEqualTo(ErrorCode.METADATA_INVALID);
    assertThat(yaml.problems().get(0).place()).isEqualTo(new Place("m.yaml", 2, 5));
    UserError toml =
        catchThrowableOfType(
            UserError.class, () -> files.read("m.toml", "a = 1\nb = = 2\n", Format.TOML));
    assertThat(toml.problems().get(0).place()).isNotNull();
    assertThat(toml.problems().get(0).place().file()).isEqualTo("m.toml");
  }
}
