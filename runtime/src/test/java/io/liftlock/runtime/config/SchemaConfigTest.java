package io.liftlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.schema.Ignored;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.ObjectPattern;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaConfigTest {

  private static final String TWO_DATABASES =
      """
      environments:
        development:
          databases: {main: "embedded:main", trades: "sqlite:trades.db"}
      """;

  @TempDir Path folder;

  private SchemaConfig read(String yaml) throws IOException {
    Files.writeString(folder.resolve("liftlock.yaml"), yaml);
    Project project = ProjectReader.read(ProjectOptions.in(folder), Map.of("SECRET", "p"));
    assertThat(project.warnings()).isEmpty();
    return project.schemas();
  }

  @Test
  void nothingIsSaidByDefault() throws IOException {
    SchemaConfig config = read("");
    assertThat(config.model("main")).isEmpty();
    assertThat(config.prelude()).isNull();
    assertThat(config.scratchUrl()).isNull();
    assertThat(config.ignored()).isEmpty();
  }

  @Test
  void aModelIsAFileAListOrAFileOfEachDatabase() throws IOException {
    assertThat(read("model: schema").model("main")).containsExactly(folder.resolve("schema"));
    assertThat(read("model: [a.sql, b]").model("any"))
        .containsExactly(folder.resolve("a.sql"), folder.resolve("b"));
    SchemaConfig config =
        read(TWO_DATABASES + "model: {main: [a.sql, b.sql], trades: trades.sql}\n");
    assertThat(config.model("main"))
        .containsExactly(folder.resolve("a.sql"), folder.resolve("b.sql"));
    assertThat(config.model("trades")).containsExactly(folder.resolve("trades.sql"));
    assertThat(config.model("other")).isEmpty();
    assertThatThrownBy(() -> read(TWO_DATABASES + "model: {main: a.sql, trade: b.sql}\n"))
        .hasMessageContaining("DATABASE_UNKNOWN")
        .hasMessageContaining("liftlock.yaml:4")
        .hasMessageContaining("did you mean trades?");
  }

  @Test
  void theScratchServerIsAUrlWhosePasswordIsNotTold() throws IOException {
    SchemaConfig config =
        read("scratch: {prelude: supabase, url: 'postgresql://ci:${SECRET}@db/postgres'}");
    assertThat(config.prelude()).isEqualTo("supabase");
    assertThat(config.scratchUrl()).hasToString("postgresql://ci@db/postgres");
    assertThatThrownBy(() -> read("scratch: {url: 'mysql://u:secret@h'}"))
        .hasMessageContaining("scratch.url")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> read("scratch: {prelud: x}"))
        .hasMessageContaining("did you mean prelude?");
  }

  @Test
  void whatIsIgnoredNeedsAReason() throws IOException {
    SchemaConfig config = read("ignore:\n  - {object: public.legacy_*, reason: old}\n");
    assertThat(config.ignored()).extracting(Ignored::because).containsExactly("old");
    assertThatThrownBy(() -> read("ignore:\n  - object: a\n"))
        .hasMessageContaining("needs a reason")
        .hasMessageContaining("liftlock.yaml:2");
    assertThatThrownBy(() -> read("ignore:\n  - reason: a\n"))
        .hasMessageContaining("needs an object");
    assertThatThrownBy(() -> read("ignore:\n  - {objekt: a, reason: b}\n"))
        .hasMessageContaining("did you mean object?");
    assertThatThrownBy(() -> read("ignore: public.*\n")).hasMessageContaining("takes a list");
    assertThatThrownBy(() -> read("ignore: [public.*]\n")).hasMessageContaining("keys and values");
    assertThatThrownBy(() -> read("ignored: []\n")).hasMessageContaining("did you mean ignore?");
  }

  @Test
  void aPatternMeansObjectsByNameAndKind() {
    ObjectId table = ObjectId.of(ObjectKind.TABLE, "public", "legacy_a");
    ObjectId column = table.part(ObjectKind.COLUMN, "b");
    ObjectId index = table.part(ObjectKind.INDEX, "tmp_1");
    ObjectId view = ObjectId.of(ObjectKind.VIEW, "public", "legacy_v");
    ObjectId odd = ObjectId.of(ObjectKind.TABLE, "public", "A.b");
    assertThat(matches("public.legacy_*", table, column, index, view, odd)).isEqualTo("yyyyn");
    assertThat(matches("table public.legacy_?", table, column, index, view, odd))
        .isEqualTo("ynnnn");
    assertThat(matches("index public.*.tmp_*", table, column, index, view, odd)).isEqualTo("nnynn");
    assertThat(matches("public.\"A.b\"", table, column, index, view, odd)).isEqualTo("nnnny");
    assertThat(matches("public.legacy", table, column, index, view, odd)).isEqualTo("nnnnn");
    assertThat(matches("view public.*", table, column, index, view, odd)).isEqualTo("nnnyn");
  }

  @Test
  void thePartsOfWhatIsIgnoredGoWithIt() throws IOException {
    ObjectId table = ObjectId.of(ObjectKind.TABLE, "public", "a");
    ObjectId column = table.part(ObjectKind.COLUMN, "i");
    ObjectId other = ObjectId.of(ObjectKind.TABLE, "public", "ab");
    Schema schema =
        Schema.of(
            Dialect.POSTGRES,
            "18",
            Stream.of(table, column, other).map(id -> SchemaObject.builder(id).build()).toList(),
            List.of());
    SchemaConfig config = read("ignore:\n  - {object: table public.a, reason: old}\n");
    assertThat(config.withoutIgnored(schema).objects().keySet()).containsExactly(other);
  }

  private static String matches(String pattern, ObjectId... ids) {
    StringBuilder text = new StringBuilder();
    for (ObjectId id : ids) {
      text.append(ObjectPattern.of(pattern).means(id) ? 'y' : 'n');
    }
    return text.toString();
  }
}
