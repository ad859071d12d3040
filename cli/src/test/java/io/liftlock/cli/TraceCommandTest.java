package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {

  @TempDir Path folder;
  private ScratchDatabase live;

  private Said run(String... args) {
    return Said.of(folder, args);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @BeforeEach
  void project() throws IOException {
    live = ScratchServer.get().freshDatabase();
    live.execute(
        "CREATE TABLE users (id int8 PRIMARY KEY, email text);"
            + " INSERT INTO users SELECT g, 'e' || g FROM generate_series(1, 500) g;"
            + " CREATE TABLE orders (id int8 PRIMARY KEY, customer int8 REFERENCES users);"
            + " INSERT INTO orders SELECT g, 501 - g FROM generate_series(1, 500) g");
    write(
        "liftlock.yaml",
        "environments:\n  development:\n    databases: {main: \"" + live.urlText() + "\"}\n");
    write("migrations/001_age.sql", "ALTER TABLE users ADD COLUMN age int;\n");
    write(
        "migrations/002_slow.sql",
        """
        ALTER TABLE users ALTER COLUMN email SET NOT NULL;
        SELECT pg_sleep(0.3);
        """);
    write(
        "migrations/003_index.sql",
        "CREATE INDEX CONCURRENTLY orders_user ON orders (customer);\n");
  }

  @AfterEach
  void drop() {
    live.drop();
  }

  @Test
  void showsLocksAsATableAndAsBarsAndChangesNothing() {
    Said said = run("trace", "--rows", "20");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("main: traced on PostgreSQL ", "beside main, 60 rows")
        .contains("migrations/001_age.sql:1:1  ALTER TABLE users ADD COLUMN age int")
        .contains("ACCESS EXCLUSIVE")
        .contains("reads through public.users")
        .contains("-- outside any transaction")
        .contains("SHARE UPDATE EXCLUSIVE")
        .contains("█ readers and writers wait");
    assertThat(live.value("SELECT count(*) FROM pg_attribute WHERE attname = 'age'"))
        .isEqualTo("0");
    assertThat(
            live.value("SELECT count(*) FROM pg_database WHERE datname LIKE 'liftlock_scratch_%'"))
        .isEqualTo("0");
  }

  @Test
  void endsWithOneWhereALockIsHeldForLongerThanTheBudget() {
    Said said = run("trace", "--budget", "100ms", "--to", "002", "--format", "json");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("\"exit\" : 1", "\"relation\" : \"public.users\"")
        .contains("\"mode\" : \"AccessExclusiveLock\"", "\"blocksReads\" : true")
        .contains("\"scanned\" : [ \"public.users\" ]", "\"overBudget\" : 1")
        .contains("\"code\" : \"TRACE_FOUND\"")
        .doesNotContain("003_index");
  }

  @Test
  void drawsAPictureAndTellsHowTheLoadFared() throws IOException {
    write(
        "app.sql",
        "SELECT count(*) FROM users;\nUPDATE orders SET customer = customer WHERE id = 1;\n");
    Said said =
        run(
            "trace",
            "migrations/002_slow.sql",
            "--rows",
            "all",
            "--with-load",
            "app.sql",
            "--load-sessions",
            "2",
            "--svg",
            "out/locks.svg");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("meanwhile", "app.sql:1:1", "1,000 rows (all)");
    assertThat(folder.resolve("out/locks.svg"))
        .content()
        .startsWith("<svg ")
        .contains("prefers-color-scheme: dark", "public.users", "class=\"all\"", "002_slow.sql");
  }

  @Test
  void copiesToAServerOfItsOwn() {
    ScratchServer.Role role = live.createRole();
    live.execute(
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO "
            + role.name()
            + "; ALTER TABLE users OWNER TO "
            + role.name());
    Said said = run("trace", "migrations/001_age.sql", "--on", "embedded", "--planted", "5");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("on a PostgreSQL of liftlock's own, 10 rows (5 planted");
  }

  @Test
  void tellsAFailureAndWhere() throws IOException {
    write("migrations/001_age.sql", "ALTER TABLE users ADD CHECK (id > 100);\n");
    Said said = run("trace");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("TRACE_FOUND  on the copy it fails: ", "001_age.sql:1");
  }

  @Test
  void refusesWhatContradictsItself() {
    assertThat(run("trace", "--rows", "5", "--planted", "5").exit()).isEqualTo(2);
    assertThat(run("trace", "--rows", "some").exit()).isEqualTo(2);
    assertThat(run("trace", "--on", "mars").exit()).isEqualTo(2);
    assertThat(run("trace", "--budget", "5").exit()).isEqualTo(2);
    assertThat(run("trace", "--url", "sqlite:" + folder.resolve("a.db")).exit()).isEqualTo(2);
  }
}
