package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.StatementFacts.IndexBuild;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementFactsTest {

  private static StatementFacts facts(Dialect dialect, String sql) {
    Script script = new ScriptReader().read("a.sql", sql, dialect);
    assertThat(script.size()).isEqualTo(1);
    return StatementFacts.of(script.iterator().next(), dialect);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert into s.T (a) values (1) | s.t",
        "insert into \"T x\" select 1 | \"T x\"",
        "update only t set a = 1 | t",
        "update t set a = (select 1) | t",
        "delete from only s.t where a | s.t",
        "copy t (a, b) from stdin | t",
        "copy t from '/x' | t",
        "merge into t using s on t.a = s.a when matched then delete | t",
        "create table t as select 1 | t",
        "create unlogged table if not exists s.t (a) as values (1) | s.t",
        "select a into temporary table t from x | t",
        "select a into t from x | t",
        "create materialized view if not exists v as select 1 | v",
        "refresh materialized view concurrently v | v",
        "with x as (select 1) insert into t select * from x | t",
        "with recursive x(a) as not materialized (select 1), y as (select 2) update t set a = 1 | t"
      })
  void namesTheTableThatChanges(String sql, String table) {
    assertThat(facts(Dialect.POSTGRES, sql).changedTables()).containsExactly(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create unique index concurrently i on t (a)",
        "reindex (concurrently) table t",
        "drop index concurrently if exists s.i",
        "alter table only s.t validate constraint c",
        "alter table if exists t detach partition p concurrently",
        "alter table t detach partition p finalize"
      })
  void hindersNobody(String sql) {
    assertThat(facts(Dialect.POSTGRES, sql).unhurried()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create index i on t (a)",
        "drop index i",
        "alter table t validate constraint c, add column a int",
        "alter table t add column a int, validate constraint c",
        "alter table t detach partition p",
        "alter table t rename validate to concurrently"
      })
  void hindersOthers(String sql) {
    assertThat(facts(Dialect.POSTGRES, sql).unhurried()).isFalse();
  }

  @Test
  void writingExpressionsCount() {
    assertThat(
            facts(
                    Dialect.POSTGRES,
                    "with x as (delete from a returning *) insert into b select * from x")
                .changedTables())
        .isEqualTo(List.of("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t (a int default 1)",
        "select 'insert into t'",
        "copy t to stdout",
        "copy (select 1) to stdout",
        "create view v as select 1",
        "alter table t add column a int",
        "select (select 1) from t"
      })
  void changesNoRows(String sql) {
    assertThat(facts(Dialect.POSTGRES, sql).changesData()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert or replace into t values (1) | t",
        "replace into t values (1) | t",
        "update or ignore [t x] set a = 1 | [t x]",
        "delete from main.t | main.t"
      })
  void namesTheTableThatChangesOfSqlite(String sql, String table) {
    assertThat(facts(Dialect.SQLITE, sql).changedTables()).containsExactly(table);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create index concurrently i on t (a) | CONCURRENT",
        "create unique index i on t (a) | BLOCKING",
        "reindex (concurrently) table t | CONCURRENT",
        "reindex table concurrently t | CONCURRENT",
        "reindex (concurrently off) table t | BLOCKING",
        "create table t (a int primary key) | NONE",
        "drop index concurrently i | NONE"
      })
  void tellsIndexBuilds(String sql, IndexBuild build) {
    assertThat(facts(Dialect.POSTGRES, sql).indexBuild()).isEqualTo(build);
  }
}
