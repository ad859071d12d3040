package io.liftlock.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ScratchServerTest {

  @Test
  void everyTestGetsAnEmptyDatabase() {
    ScratchDatabase first = ScratchServer.get().freshDatabase();
    first.execute("CREATE TABLE t (a int)");

    ScratchDatabase second = ScratchServer.get().freshDatabase();

    assertThat(second.value("SELECT to_regclass('t')::text")).isNull();
    assertThat(first.value("SELECT to_regclass('t')::text")).isEqualTo("t");
  }

  @Test
  void fixtureIsPreparedOnceAndCopied() {
    int[] prepared = {0};
    ScratchServer.Preparation preparation =
        connection -> {
          prepared[0]++;
          try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t AS SELECT 7 AS a");
          }
        };

    ScratchDatabase first = ScratchServer.get().freshDatabase("seven", preparation);
    first.execute("UPDATE t SET a = 8");
    ScratchDatabase second = ScratchServer.get().freshDatabase("seven", preparation);

    assertThat(second.value("SELECT a FROM t")).isEqualTo("7");
    assertThat(prepared[0]).isEqualTo(1);
  }

  @Test
  void roleMayConnectButNotCreateUnlessItOwns() throws SQLException {
    ScratchDatabase database = ScratchServer.of(14).freshDatabase();
    database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");

    var plain = database.createRole();
    var owner = database.createOwner();

    assertThatThrownBy(() -> create(database, plain)).hasMessageContaining("permission denied");
    assertThat(create(database, owner)).isTrue();
  }

  private static boolean create(ScratchDatabase database, ScratchServer.Role role)
      throws SQLException {
    try (var connection = database.connect(role);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE made (a int)");
      return true;
    }
  }

  @Test
  void droppedDatabaseIsGone() throws SQLException {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      database.drop();
      assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(database::connect).hasMessageContaining("refused a connection");
  }
}
