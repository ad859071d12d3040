package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.TableFacts;
import io.liftlock.core.sql.RelationName;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database tells of its tables, also to a role that may do nothing else. */
class PostgresFactsTest {

  private static final String SETUP =
      """
      CREATE TABLE users (id int8 PRIMARY KEY, note text);
      INSERT INTO users SELECT g, repeat('x', 100) FROM generate_series(1, 5000) g;
      CREATE TABLE parts (id int8) PARTITION BY RANGE (id);
      CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (100);
      CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM (100) TO (200);
      INSERT INTO parts SELECT generate_series(0, 149);
      CREATE TABLE empty (id int8);
      """;

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  @Tag("majors")
  void tellsHowLargeTablesAreToAPlainRole(int major) {
    ScratchDatabase scratch = ScratchServer.of(major).freshDatabase();
    scratch.execute(SETUP);
    scratch.execute("ANALYZE");
    try (Database database = Fixture.open(scratch.url(scratch.createRole()))) {
      Facts facts = database.facts().read();
      TableFacts users = facts.table(RelationName.of("public", "users")).orElseThrow();
      assertThat(users.rows()).isEqualTo(5000);
      assertThat(users.bytes()).isBetween(500_000L, 2_000_000L);
      assertThat(users.writes()).isPresent();
      assertThat(facts.table(RelationName.of("public", "parts")).orElseThrow().rows())
          .isEqualTo(150);
      assertThat(facts.table(RelationName.of("public", "empty")).orElseThrow().rows()).isZero();
      assertThat(facts.indexScans()).containsKey(RelationName.of("public", "users_pkey"));
      assertThat(facts.tables().keySet()).allMatch(name -> "public".equals(name.schema()));
    } finally {
      scratch.drop();
    }
  }

  @Test
  void waitsForNobodyAndSeesTheOldestTransaction() throws SQLException {
    ScratchDatabase scratch = ScratchServer.get().freshDatabase();
    scratch.execute(SETUP);
    scratch.execute("VACUUM ANALYZE users");
    try (Database database = Fixture.open(scratch.url());
        Connection other = scratch.connect();
        Statement statement = other.createStatement()) {
      assertThat(database.facts().read().longestTransaction()).isEmpty();
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
      Facts facts = database.facts().read();
      TableFacts users = facts.table(RelationName.of("public", "users")).orElseThrow();
      assertThat(users.rows()).isEqualTo(5000);
      assertThat(users.bytes()).isPositive();
      assertThat(facts.longestTransaction()).isPresent();
      other.rollback();
    } finally {
      scratch.drop();
    }
  }
}
