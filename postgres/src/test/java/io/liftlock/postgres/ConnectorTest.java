package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.postgres.link.Connector;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConnectorTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  private String base() {
    return scratch.host() + ":" + scratch.port();
  }

  private static LiftlockException refusal(String url) {
    try (Database database = Fixture.open(DatabaseUrl.parse(url))) {
      throw new AssertionError("connected to " + database.server());
    } catch (LiftlockException e) {
      return e;
    }
  }

  @Test
  void tellsTheServer() {
    try (Database database = Fixture.open(scratch.url())) {
      assertThat(database.server().product()).isEqualTo("PostgreSQL");
      assertThat(scratch.value("SHOW server_version")).startsWith(database.server().version());
      assertThat(database.server().major()).isGreaterThanOrEqualTo(14);
    }
  }

  @Test
  void opensOneConnectionWhereNothingIsLocked() {
    try (Database database = Fixture.open(scratch.url())) {
      database.history().read();
      assertThat(
              scratch.value(
                  "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'liftlock %'"
                      + " AND datname = current_database()"))
          .isEqualTo("1");
    }
  }

  @Test
  void aWrongPasswordIsRefusedAndNeverShown() {
    ScratchServer.Role role = scratch.createRole();
    LiftlockException e =
        refusal("postgresql://" + role.name() + ":hunter2hunter2@" + base() + "/" + scratch.name());
    assertThat(e.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    StringWriter everything = new StringWriter();
    e.printStackTrace(new PrintWriter(everything));
    assertThat(everything.toString()).contains(role.name()).doesNotContain("hunter2");
  }

  @Test
  void aMissingDatabaseServerOrHostIsTold() {
    assertThat(refusal("postgresql://" + base() + "/nothing_here").code())
        .isIn(ErrorCode.CONNECTION_FAILED, ErrorCode.AUTHENTICATION_FAILED);
    assertThat(refusal("postgresql://localhost:1/x"))
        .hasMessageContaining("nothing listens on that host and port")
        .hasMessageContaining("//localhost:1/x");
    assertThat(refusal("postgresql://no.such.host.invalid/x"))
        .hasMessageContaining("host name is not known");
  }

  @Test
  void parametersArePassedOnOrRefused() {
    String url = scratch.urlText();
    String and = url.contains("?") ? "&" : "?";
    try (Database database =
        Fixture.open(
            DatabaseUrl.parse(
                url
                    + and
                    + "sslmode=prefer&connect_timeout=5&pgbouncer=true&options=-c%20work_mem=9MB"))) {
      assertThat(database.history().read().entries()).isEmpty();
    }
    assertThat(refusal(url + and + "sslmod=require"))
        .hasMessageContaining("the parameter sslmod is unknown");
    assertThat(refusal(url + and + "sslmode=nonsense").code())
        .isEqualTo(ErrorCode.DATABASE_URL_INVALID);
    assertThat(refusal("postgresql://h:99999/x").code()).isEqualTo(ErrorCode.DATABASE_URL_INVALID);
    assertThat(refusal("postgresql:///x?host=/tmp")).hasMessageContaining("Unix socket");
  }

  @Test
  void theApplicationNameFits() {
    RunnerIdentity long1 =
        new RunnerIdentity("ä".repeat(40), "h".repeat(80), 4_194_304, Fixture.NOW, "1");
    assertThat(Connector.applicationName(long1))
        .hasSizeLessThanOrEqualTo(63)
        .endsWith("#4194304 2026-08-01T10:02:03Z");
    assertThatThrownBy(() -> DatabaseUrl.parse("mysql://x")).isInstanceOf(LiftlockException.class);
  }
}
