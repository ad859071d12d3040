package io.liftlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.migrate.MigrationReader;
import io.liftlock.engine.migrate.ReadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layouts that keep metadata, read with the real YAML and TOML libraries. */
class MetadataLayoutsTest {

  @TempDir Path folder;
  private final Problems problems = new Problems();

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private MigrationSet read() {
    return new MigrationReader(new MetadataFiles())
        .read(ReadRequest.of(folder, "main", Dialect.POSTGRES), problems);
  }

  @Test
  void parentsOfYaml() throws IOException {
    file("1648051770_root/metadata.yaml", "name: 'root'\n");
    file("1648051770_root/up.sql", "SELECT 1;");
    file(
        "1648051772_left/metadata.yaml",
        "name: left\nparents:\n  - 1648051770\ncreateIndexConcurrently: true\n");
    file("1648051772_left/up.sql", "SELECT 2;");
    file("1648051773_right/metadata.yaml", "name: right\nparents: [1648051770]\n");
    file("1648051773_right/up.sql", "SELECT 3;");
    MigrationSet set = read();
    assertThat(problems.all()).isEmpty();
    assertThat(set.layout()).isEqualTo("sourcegraph");
    assertThat(set.graph().heads())
        .containsExactly(MigrationId.of("1648051772"), MigrationId.of("1648051773"));
    assertThat(set.graph().at(MigrationId.of("1648051772")).get(0).header().transactional())
        .isFalse();
  }

  @Test
  void transactionOfToml() throws IOException {
    file("2024-01-05-120000_index/metadata.toml", "# no transaction\nrun_in_transaction = false\n");
    file("2024-01-05-120000_index/up.sql", "SELECT 1;");
    MigrationSet set = read();
    assertThat(problems.all()).isEmpty();
    assertThat(set.layout()).isEqualTo("diesel");
    assertThat(set.graph().order().get(0).header().transactional()).isFalse();
  }

  @Test
  void everyMetadataFileThatIsNotWellFormedIsTold() throws IOException {
    file("1/metadata.yaml", "parents: [1\n");
    file("1/up.sql", "SELECT 1;");
    file("2/metadata.yaml", "parents: ]\n");
    file("2/up.sql", "SELECT 2;");
    read();
    assertThat(problems.errors())
        .extracting(Problem::code)
        .containsExactly(ErrorCode.METADATA_INVALID, ErrorCode.METADATA_INVALID);
  }
}
