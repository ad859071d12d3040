package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.report.CheckResult;
import io.liftlock.core.report.CheckResult.State;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PostgresExaminerTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  private static Map<String, CheckResult> examine(Database database) {
    return database.examiner().examine().stream()
        .collect(Collectors.toMap(CheckResult::name, Function.identity()));
  }

  @Test
  void anOwnerCanDoEverything() {
    try (Database database = Fixture.open(scratch.url(scratch.createOwner()))) {
      Map<String, CheckResult> results = examine(database);
      assertThat(results.values())
          .as(results.toString())
          .noneMatch(result -> result.state() == State.FAILED);
      for (String name :
          new String[] {
            "server version",
            "role",
            "writable",
            "history",
            "privileges",
            "pooler",
            "advisory locks",
            "connections",
            "clock",
            "encoding",
            "prepared transactions"
          }) {
        assertThat(results.get(name).state()).as(name).isEqualTo(State.PASSED);
      }
      assertThat(results.get("disk").detail()).contains("not looked at");
    }
  }

  @Test
  void aRoleWithoutPrivilegesLearnsWhichItLacks() {
    scratch.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    try (Database database = Fixture.open(scratch.url(scratch.createRole()))) {
      CheckResult result = examine(database).get("privileges");
      assertThat(result.state()).isEqualTo(State.FAILED);
      assertThat(result.action()).startsWith("GRANT CREATE ON SCHEMA \"public\" TO");
    }
  }

  @Test
  void aForeignHistoryAndReadOnlyTransactionsAreFound() {
    scratch.execute("CREATE TABLE schema_version (version int)");
    scratch.execute(
        "ALTER DATABASE \"" + scratch.name() + "\" SET default_transaction_read_only = on");
    try (Database database = Fixture.open(scratch.url())) {
      Map<String, CheckResult> results = examine(database);
      assertThat(results.get("history").state()).isEqualTo(State.FAILED);
      assertThat(results.get("history").action()).contains("history.table");
      assertThat(results.get("writable").state()).isEqualTo(State.FAILED);
      assertThat(results.get("privileges").state()).isEqualTo(State.UNKNOWN);
    }
  }
}
