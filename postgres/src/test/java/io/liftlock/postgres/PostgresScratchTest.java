package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.postgres.link.Connector;
import io.liftlock.postgres.sql.Quoted;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresScratchTest {

  private static final String CHARACTER =
      """
      SELECT concat_ws(' ', pg_encoding_to_char(encoding), datcollate, datctype,
               (to_jsonb(d) ->> 'datlocprovider'), (to_jsonb(d) ->> 'daticulocale'),
               (to_jsonb(d) ->> 'datlocale'), (to_jsonb(d) ->> 'daticurules'))
        FROM pg_database d WHERE datname = '%s'
      """;

  private static final String NEWEST =
      """
      SELECT datname FROM pg_database WHERE datname LIKE 'liftlock\\_scratch%'
       ORDER BY oid DESC LIMIT 1
      """;

  private final ScratchDatabase live = ScratchServer.get().freshDatabase();

  @Test
  void itIsEmptyAndBesideTheLiveOneAndGoneAfterwards() throws Exception {
    live.execute("CREATE TABLE t (a int)");
    String name;
    try (Database database = Fixture.open(live.url());
        Database scratch = database.scratch().create().orElseThrow()) {
      name = live.value(NEWEST);
      assertThat(name).matches("liftlock_scratch_[0-9a-f]{32}");
      scratch.session().run(Fixture.step("CREATE TABLE public.u (a int)"));
      assertThat(
              inside(
                  name,
                  "SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = 'public'"))
          .isEqualTo("u");
      assertThat(live.value("SELECT to_regclass('public.u')")).isNull();
      assertThat(character(name)).isEqualTo(character(live.name()));
    }
    assertThat(exists(name)).isFalse();
  }

  @Test
  void junkInTheTemplateOfOthersIsNotInIt() throws Exception {
    ScratchServer.get().execute("DROP TABLE IF EXISTS junk");
    DatabaseUrl template =
        live.url().withLocation(live.url().location().replaceFirst("[^/]*$", "template1"));
    execute(template, "CREATE TABLE junk (a int)");
    try (Database database = Fixture.open(live.url());
        Database scratch = database.scratch().create().orElseThrow()) {
      assertThat(scratch.history().read().entries()).isEmpty();
      assertThat(inside(live.value(NEWEST), "SELECT to_regclass('public.junk')")).isNull();
    } finally {
      execute(template, "DROP TABLE junk");
    }
  }

  @Test
  void encodingLocaleAndProviderAreThoseOfTheLiveDatabase() throws Exception {
    if (server() >= 15) {
      alike("ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'de-AT'");
    }
    if (server() >= 16) {
      alike("ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'und' ICU_RULES '&V << w <<< ''W'''");
    }
    if (server() >= 17) {
      alike(
          "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE"
              + " 'C.UTF-8'");
    }
    alike(
        "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"
            + (server() < 15 ? "" : " LOCALE_PROVIDER libc"));
  }

  private void alike(String character) throws Exception {
    String odd = "O'dd \"näme\" %20+/ " + Math.abs(character.hashCode());
    String quoted = Quoted.identifier(odd);
    ScratchServer.get().execute("CREATE DATABASE " + quoted + " TEMPLATE template0 " + character);
    DatabaseUrl url = new Connector(live.url(), Fixture.RUNNER).to(odd).url();
    try (Database database = Fixture.open(url);
        Database scratch = database.scratch().create().orElseThrow()) {
      assertThat(character(live.value(NEWEST))).isEqualTo(character(odd.replace("'", "''")));
      assertThat(scratch.server()).isEqualTo(database.server());
    } finally {
      ScratchServer.get().execute("DROP DATABASE " + quoted + " WITH (FORCE)");
    }
  }

  @Test
  void theDatabasesOwnSettingsHoldThereToo() throws Exception {
    ScratchServer.Role owner = live.createOwner();
    live.execute("ALTER ROLE " + owner.name() + " CREATEDB");
    live.execute("ALTER DATABASE " + live.name() + " SET search_path = \"The App\", public");
    live.execute("ALTER DATABASE " + live.name() + " SET app.tenant = 'it''s; \"x\"'");
    live.execute("ALTER DATABASE " + live.name() + " SET work_mem = '9MB'");
    live.execute("ALTER DATABASE " + live.name() + " SET DateStyle = 'German, DMY'");
    live.execute("ALTER DATABASE " + live.name() + " SET log_min_duration_statement = 5");
    live.execute(
        "ALTER ROLE "
            + owner.name()
            + " IN DATABASE "
            + live.name()
            + " SET TimeZone = 'Asia/Tokyo'");
    try (Database database = Fixture.open(live.url(owner));
        Database scratch = database.scratch().create().orElseThrow()) {
      String name = live.value(NEWEST);
      scratch.session().configure(Fixture.TIMEOUTS, Map.of());
      scratch.session().run(Fixture.step("CREATE SCHEMA \"The App\""));
      scratch.session().run(Fixture.step("CREATE TABLE t (a int)"));
      scratch
          .session()
          .run(
              Fixture.step(
                  "CREATE TABLE s AS SELECT current_setting('app.tenant') ||"
                      + " current_setting('TimeZone') || current_setting('work_mem')"));
      assertThat(inside(name, "TABLE \"The App\".s")).isEqualTo("it's; \"x\"Asia/Tokyo9MB");
      assertThat(inside(name, "SELECT to_regclass('\"The App\".t')")).isNotNull();
    }
  }

  @Test
  void aRoleThatMayMakeDatabasesOwnsIts() throws Exception {
    ScratchServer.Role owner = live.createOwner();
    live.execute("ALTER ROLE " + owner.name() + " CREATEDB");
    try (Database database = Fixture.open(live.url(owner));
        Database scratch = database.scratch().create().orElseThrow()) {
      scratch.session().run(Fixture.step("CREATE SCHEMA s CREATE TABLE t (a int)"));
      scratch.session().run(Fixture.step("CREATE TABLE public.t (a int)"));
    }
  }

  @Test
  void withoutThePrivilegeThereIsNone() {
    try (Database database = Fixture.open(live.url(live.createOwner()))) {
      assertThat(database.scratch().create()).isEmpty();
    }
  }

  @Test
  void whereNoConnectionIsLeftNothingIsLeftBehind() {
    ScratchServer.Role owner = live.createOwner();
    live.execute("ALTER ROLE " + owner.name() + " CREATEDB");
    live.execute("ALTER ROLE " + owner.name() + " CONNECTION LIMIT 2");
    try (Database database = Fixture.open(live.url(owner))) {
      assertThatThrownBy(() -> database.scratch().create()).isInstanceOf(DatabaseError.class);
    }
    assertThat(
            live.value(
                "SELECT count(*) FROM pg_database WHERE datdba = '"
                    + owner.name()
                    + "'::regrole AND datname LIKE 'liftlock%'"))
        .isEqualTo("0");
  }

  @Test
  void whatAKilledProcessLeftIsDroppedByTheNextOneAndNothingElse() {
    String left = "liftlock_scratch_0123456789abcdef0123456789abcdef";
    String others = "liftlock_scratch_of_mine";
    ScratchServer.get().execute("CREATE DATABASE " + left);
    ScratchServer.get().execute("CREATE DATABASE " + others);
    try (Database database = Fixture.open(live.url());
        Database first = database.scratch().create().orElseThrow()) {
      String used = live.value(NEWEST);
      assertThat(exists(left)).isFalse();
      try (Database second = database.scratch().create().orElseThrow()) {
        assertThat(exists(used)).isTrue();
        assertThat(live.value(NEWEST)).isNotEqualTo(used);
      }
      assertThat(exists(used)).isTrue();
      assertThat(exists(others)).isTrue();
    } finally {
      ScratchServer.get().execute("DROP DATABASE " + others);
    }
  }

  @Test
  void whatWasInUseWhenItsProcessWasKilledIsDroppedByTheNextOne() throws Exception {
    try (Database database = Fixture.open(live.url())) {
      Database killed = database.scratch().create().orElseThrow();
      String name = live.value(NEWEST);
      killed.session().run(Fixture.step("CREATE TABLE t (a int)"));
      // What the server sees of a killed process: its connections end, and nobody says goodbye.
      live.execute(
          """
          SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%s';
          SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
           WHERE locktype = 'advisory'
             AND database = (SELECT oid FROM pg_database WHERE datname = '%s')
          """
              .formatted(name, live.name()));
      assertThat(exists(name)).isTrue();
      database.scratch().create().orElseThrow().close();
      assertThat(exists(name)).isFalse();
    }
  }

  @Test
  void itIsDroppedThoughTheSessionThatKeptItIsGone() {
    try (Database database = Fixture.open(live.url())) {
      Database scratch = database.scratch().create().orElseThrow();
      String name = live.value(NEWEST);
      live.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
              + " AND database = (SELECT oid FROM pg_database WHERE datname = '"
              + live.name()
              + "')");
      scratch.close();
      assertThat(exists(name)).isFalse();
    }
  }

  private static int server() {
    return Integer.getInteger("liftlock.test.major", 18);
  }

  private @Nullable String character(String name) {
    return live.value(CHARACTER.formatted(name));
  }

  private boolean exists(String name) {
    return live.value("SELECT 1 FROM pg_database WHERE datname = '" + name + "'") != null;
  }

  private @Nullable String inside(String name, String sql) throws SQLException {
    DatabaseUrl url = new Connector(live.url(), Fixture.RUNNER).to(name).url();
    try (Connection connection = connect(url);
        var rows = connection.createStatement().executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private static void execute(DatabaseUrl url, String sql) throws SQLException {
    try (Connection connection = connect(url)) {
      connection.createStatement().execute(sql);
    }
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql:" + url.location(), url.user(), url.password());
  }
}
