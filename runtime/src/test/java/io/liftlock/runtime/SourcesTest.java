package io.liftlock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.engine.run.Timing;
import io.liftlock.runtime.config.ProjectOptions;
import io.liftlock.runtime.config.ProjectReader;
import io.liftlock.runtime.render.SchemaJson;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static final ObjectId USERS = ObjectId.of(ObjectKind.TABLE, "public", "users");

  // Not one that is deleted behind the test: an embedded server may still be ending in it.
  private final Path project = folder();

  private static Path folder() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target", "projects")).toAbsolutePath(), "sources");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final ScratchDatabase live = ScratchServer.get().freshDatabase();

  private void write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private OpenProject open(Map<String, String> variables) {
    ProjectOptions options = new ProjectOptions(project, null, null, null, null, null);
    return new OpenProject(ProjectReader.read(options, variables), Timing.system(), event -> {});
  }

  private OpenProject open() {
    return open(Map.of("DATABASE_URL", live.urlText()));
  }

  private Schema read(String source) {
    try (OpenProject open = open()) {
      return new Sources(open).read(source).schema();
    }
  }

  @Test
  void theSameSchemaComesFromWhereverItIs() throws Exception {
    String table = "CREATE TABLE users (id bigint PRIMARY KEY, mail text NOT NULL);";
    live.execute(table);
    write(
        "migrations/001_users.sql",
        "CREATE TABLE users (id bigint PRIMARY KEY);\n-- Rollback:\n-- DROP TABLE users;\n");
    write(
        "migrations/002_mail.sql",
        "ALTER TABLE users ADD mail text NOT NULL;\n"
            + "-- Rollback:\n"
            + "-- ALTER TABLE users DROP mail;\n");
    write("schema/users.sql", table);
    write("liftlock.yaml", "model: schema\n");
    Schema expected = read("live");
    assertThat(expected.has(USERS)).isTrue();
    write("saved.json", new SchemaJson().write(expected));
    try (OpenProject open = open()) {
      open.database("main").history().prepare();
      open.database("main")
          .history()
          .keep(
              new Snapshot(
                  Instant.EPOCH,
                  "b",
                  "002",
                  expected.fingerprint(),
                  "18",
                  "0.1.0",
                  new SchemaJson().write(expected)));
      Sources sources = new Sources(open);
      for (String source :
          new String[] {
            "live",
            "main",
            live.urlText(),
            "migrations",
            "migrations:migrations",
            "model",
            "model:schema",
            "schema",
            "schema/users.sql",
            "saved.json",
            "snapshot"
          }) {
        assertThat(sources.read(source).schema().fingerprint())
            .as(source)
            .isEqualTo(expected.fingerprint());
      }
      Schema first =
          sources
              .migrations(open.project().targets().get(0), open.migrations().graph().ids().get(0))
              .schema();
      assertThat(first.find(USERS.part(ObjectKind.COLUMN, "mail"))).isEmpty();
      assertThat(first.has(USERS)).isTrue();
    }
    assertThat(
            live.value("SELECT count(*) FROM pg_database WHERE datname LIKE 'liftlock_scratch%'"))
        .isEqualTo("0");
  }

  @Test
  void filesThatNoLayoutKnowsAreAModel() throws Exception {
    write("tables/b.sql", "CREATE TABLE b (i int);");
    write("tables/deeper/a.sql", "CREATE TABLE a (i int);");
    write("changes/001_a.sql", "CREATE TABLE a (i int);");
    write("changes/002_a.sql", "ALTER TABLE a ADD j int;");
    assertThat(read("tables").of(ObjectKind.TABLE)).hasSize(2);
    assertThat(read("changes").of(ObjectKind.COLUMN)).hasSize(2);
    assertThat(read("model:changes").of(ObjectKind.COLUMN)).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsToldWithWhatCan() throws Exception {
    assertThatThrownBy(() -> read("nowhere"))
        .hasMessageContaining("SCHEMA_SOURCE_INVALID")
        .hasMessageContaining("snapshot");
    assertThatThrownBy(() -> read("model"))
        .hasMessageContaining("MODEL_MISSING")
        .hasMessageContaining("model: FOLDER");
    assertThatThrownBy(() -> read("snapshot")).hasMessageContaining("SNAPSHOT_MISSING");
    assertThatThrownBy(() -> read("migrations:nowhere")).hasMessageContaining("nowhere");
    write("liftlock.yaml", "model: [a.sql]\n");
    assertThatThrownBy(() -> read("model"))
        .hasMessageContaining("MODEL_MISSING")
        .hasMessageContaining("a.sql");
    write("a.sql", "CREATE TABLE (;");
    assertThatThrownBy(() -> read("model")).hasMessageContaining("a.sql:1");
    write("migrations/001_x.sql", "CREATE TABLE x (i nope);");
    assertThatThrownBy(() -> read("migrations"))
        .hasMessageContaining("the migrations cannot be run in a scratch database")
        .hasMessageContaining("001_x.sql:1");
  }

  @Test
  void withoutThePrivilegeItIsBuiltOnTheEmbeddedServerWithTheRolesItNames() throws Exception {
    ScratchServer.Role owner = live.createOwner();
    String url =
        "postgresql://"
            + owner.name()
            + ":"
            + owner.password()
            + "@"
            + live.urlText().replaceFirst(".*@", "");
    write(
        "migrations/001_t.sql",
        "CREATE TABLE t (i int);\n"
            + "GRANT SELECT ON t TO of_theirs;\n"
            + "ALTER TABLE t OWNER TO also_theirs;\n");
    try (OpenProject open = open(Map.of("DATABASE_URL", url))) {
      Schema schema = new Sources(open).read("migrations").schema();
      assertThat(schema.has(ObjectId.of(ObjectKind.TABLE, "public", "t"))).isTrue();
    }
    assertThat(project.resolve(".liftlock/scratch")).exists();
    assertThat(live.value("SELECT count(*) FROM pg_roles WHERE rolname = 'of_theirs'"))
        .isEqualTo("0");
  }

  @Test
  void aNamedServerIsUsedWhereItIsOfTheSameVersion() throws Exception {
    ScratchServer.Role owner = live.createOwner();
    String url =
        "postgresql://"
            + owner.name()
            + ":"
            + owner.password()
            + "@"
            + live.urlText().replaceFirst(".*@", "");
    write("migrations/001_t.sql", "CREATE TABLE t (i int);\nGRANT SELECT ON t TO nobody_there;\n");
    write("liftlock.yaml", "scratch:\n  url: " + live.urlText() + "\n");
    try (OpenProject open = open(Map.of("DATABASE_URL", url))) {
      assertThatThrownBy(() -> new Sources(open).read("migrations"))
          .hasMessageContaining("role \"nobody_there\" does not exist");
    }
    int other = ScratchServer.get() == ScratchServer.of(16) ? 17 : 16;
    write(
        "liftlock.yaml",
        "scratch:\n  url: " + ScratchServer.of(other).freshDatabase().urlText() + "\n");
    try (OpenProject open = open()) {
      assertThatThrownBy(() -> new Sources(open).read("migrations"))
          .hasMessageContaining("SCRATCH_UNAVAILABLE")
          .hasMessageContaining("PostgreSQL " + other);
    }
  }

  @Test
  void theSupabasePreludeCarriesTheMigrationsThatStandOnIt() throws Exception {
    write(
        "liftlock.yaml",
        "scratch:\n"
            + "  prelude: supabase\n"
            + "ignore:\n"
            + "  - object: public.legacy_*\n"
            + "    reason: goes next year\n");
    write(
        "migrations/001_users.sql",
        """
        CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
        CREATE TABLE users (id uuid PRIMARY KEY DEFAULT uuid_generate_v4(), auth_id uuid REFERENCES auth.users);
        CREATE TABLE user_preferences (
            id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
            user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            preference_value JSONB,
            created_at TIMESTAMP WITH TIME ZONE DEFAULT NOW()
        );
        ALTER TABLE user_preferences ENABLE ROW LEVEL SECURITY;
        CREATE POLICY "Users can only access their own preferences" ON user_preferences
            FOR ALL TO authenticated USING (auth.uid() = user_id);
        CREATE FUNCTION handle_new_user() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
        CREATE TRIGGER on_auth_user_created AFTER INSERT ON auth.users
          FOR EACH ROW EXECUTE FUNCTION handle_new_user();
        CREATE POLICY "own files" ON storage.objects FOR SELECT USING (owner = auth.uid());
        GRANT EXECUTE ON FUNCTION handle_new_user() TO service_role;
        """);
    try (OpenProject open = open()) {
      Sources sources = new Sources(open);
      NamedSchema built = sources.read("migrations");
      Schema schema = built.schema();
      assertThat(schema.of(ObjectKind.TABLE)).hasSize(2);
      assertThat(schema.of(ObjectKind.POLICY)).hasSize(2);
      assertThat(schema.of(ObjectKind.TRIGGER)).hasSize(1);
      assertThat(schema.of(ObjectKind.SCHEMA)).isEmpty();
      assertThat(schema.of(ObjectKind.EXTENSION)).isEmpty();
      assertThat(schema.of(ObjectKind.DEFAULT_PRIVILEGES)).isEmpty();

      // A project that was migrated on the platform, which has more there than the prelude makes.
      live.execute(new String(Sources.class.getResourceAsStream("supabase.sql").readAllBytes()));
      live.execute(
          "SET search_path = public, extensions;"
              + Files.readString(project.resolve("migrations/001_users.sql")));
      live.execute(
          "CREATE TABLE auth.secrets (i int); ALTER TABLE auth.users ADD more text; CREATE TABLE"
              + " legacy_t (i int)");
      var both = sources.comparable(built, sources.read("live"));
      assertThat(both.get(1).schema().objects()).isEqualTo(both.get(0).schema().objects());
    }
  }

  @Test
  void aPreludeOfOnesOwnIsAFile() throws Exception {
    write("liftlock.yaml", "scratch:\n  prelude: db/platform.sql\n");
    assertThatThrownBy(() -> read("migrations:.")).hasMessageContaining("db/platform.sql");
    write("db/platform.sql", "CREATE SCHEMA platform;\nCREATE DOMAIN platform.mail AS text;\n");
    write("migrations/001_t.sql", "CREATE TABLE t (mail platform.mail);\n");
    Schema schema = read("migrations");
    assertThat(schema.of(ObjectKind.TABLE)).hasSize(1);
    assertThat(schema.of(ObjectKind.DOMAIN)).isEmpty();
    write("liftlock.yaml", "scratch:\n  prelude: supabas\n");
    assertThatThrownBy(() -> read("migrations")).hasMessageContaining("did you mean supabase?");
  }

  @Test
  void ofSeveralDatabasesTheMigrationsAndTheModelOfOneAreRead() throws Exception {
    write(
        "liftlock.yaml",
        """
        environments:
          development:
            databases:
              main: %s
              cache: sqlite:cache.db
        assign:
          "*cache*": cache
          "*": main
        model:
          main: model/main
          cache: model/cache.sql
        """
            .formatted(live.urlText()));
    write("migrations/001_users.sql", "CREATE TABLE users (id int);\n");
    write("migrations/002_cache.sql", "CREATE TABLE cached (id int);\n");
    write("model/main/users.sql", "CREATE TABLE users (id int);\n");
    write("model/cache.sql", "CREATE TABLE cached (id int);\n");
    try (OpenProject open = open(Map.of())) {
      Sources sources = new Sources(open);
      var main = open.project().databases().get(0);
      var cache = open.project().databases().get(1);
      assertThat(sources.migrations(main).schema().of(ObjectKind.TABLE)).hasSize(1);
      assertThat(sources.migrations(cache).schema().has(ObjectId.of(ObjectKind.TABLE, "cached")))
          .isTrue();
      assertThat(sources.model(main).schema().fingerprint())
          .isEqualTo(sources.migrations(main).schema().fingerprint());
      assertThat(sources.model(cache).schema().fingerprint())
          .isEqualTo(sources.migrations(cache).schema().fingerprint());
      assertThatThrownBy(() -> sources.read("model"))
          .hasMessageContaining("DATABASE_UNKNOWN")
          .hasMessageContaining("--database: main, cache");
    }
  }
}
