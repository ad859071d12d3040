package io.liftlock.postgres;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.sql.Dialect;
import io.liftlock.testkit.DatabaseContract;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The port's contract, on the newest PostgreSQL and, with the tag majors, on all of them. */
class PostgresContractTest {

  /** The contract on a server of one major. */
  abstract static class OnServer extends DatabaseContract {

    private final ScratchDatabase scratch;

    OnServer(int major) {
      scratch = ScratchServer.of(major).freshDatabase();
    }

    @Override
    protected Database open(OpenOptions options) {
      return new PostgresDriver().open(scratch.url(), options);
    }

    @Override
    protected Dialect dialect() {
      return Dialect.POSTGRES;
    }

    @Override
    protected void byHand(String sql) {
      scratch.execute(sql);
    }

    @Override
    protected Optional<String> ask(String sql) {
      return Optional.ofNullable(scratch.value(sql));
    }

    @Override
    protected String tableQuery(String table) {
      return "SELECT 1 FROM pg_class WHERE relname = '" + table + "'";
    }

    @Override
    protected AutoCloseable block(String table) {
      try {
        Connection connection = scratch.connect();
        connection.setAutoCommit(false);
        connection.createStatement().execute("LOCK TABLE " + table);
        return connection;
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    protected String slowStatement() {
      return "SELECT pg_sleep(30)";
    }

    @Override
    protected Setting setting() {
      return new Setting("work_mem", "4321kB", "SELECT current_setting('work_mem')");
    }
  }

  @Nested
  class Default extends OnServer {
    Default() {
      super(18);
    }
  }

  @Nested
  @Tag("majors")
  class On14 extends OnServer {
    On14() {
      super(14);
    }
  }

  @Nested
  @Tag("majors")
  class On15 extends OnServer {
    On15() {
      super(15);
    }
  }

  @Nested
  @Tag("majors")
  class On16 extends OnServer {
    On16() {
      super(16);
    }
  }

  @Nested
  @Tag("majors")
  class On17 extends OnServer {
    On17() {
      super(17);
    }
  }
}
