package io.liftlock.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.Problems;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlapTest {

  private final List<Migration> files = new ArrayList<>();

  private void file(String id, String sql, String... parents) {
    String file = id + ".sql";
    files.add(
        new Migration(
            MigrationId.parse(id),
            "",
            Migration.Kind.VERSIONED,
            "main",
            Migration.Lineage.DECLARED,
            Arrays.stream(parents).map(MigrationId::parse).toList(),
            Header.EMPTY,
            file,
            new ScriptReader().read(file, sql, Dialect.POSTGRES),
            Optional.empty(),
            Optional.empty()));
  }

  private List<String> overlaps() {
    Problems problems = new Problems();
    MigrationGraph graph = MigrationGraph.of(files, problems);
    assertThat(problems.all()).isEmpty();
    return Overlap.of(graph, Map.of("main", Dialect.POSTGRES)).stream()
        .map(
            overlap -> overlap.object() + ": " + overlap.first().id() + " " + overlap.second().id())
        .toList();
  }

  @Test
  void whatBothBranchesChange() {
    file("001", "CREATE TABLE users (id int)");
    file("002", "ALTER TABLE users ADD a int", "001");
    file("003", "CREATE TABLE other (id int)", "002");
    file("004", "CREATE INDEX ON public.users (id)", "001");
    assertThat(overlaps()).containsExactly("users: 002 004");
  }

  @Test
  void whatStandsOnTheOtherIsNoOverlap() {
    file("001", "CREATE TABLE users (id int)");
    file("002", "ALTER TABLE users ADD a int", "001");
    file("003", "ALTER TABLE users ADD b int", "002");
    assertThat(overlaps()).isEmpty();
  }

  @Test
  void rowsOnBothSidesAreNone() {
    file("001", "CREATE TABLE users (id int)");
    file("002", "INSERT INTO users VALUES (1)", "001");
    file("003", "UPDATE users SET id = 2", "001");
    assertThat(overlaps()).isEmpty();
    file("004", "ALTER TABLE users ADD c int", "001");
    assertThat(overlaps()).containsExactly("users: 002 004", "users: 003 004");
  }

  @Test
  void otherSchemasAreOtherTables() {
    file("001", "CREATE SCHEMA a");
    file("002", "CREATE TABLE a.t (id int)", "001");
    file("003", "CREATE TABLE b.t (id int)", "001");
    assertThat(overlaps()).isEmpty();
  }
}
