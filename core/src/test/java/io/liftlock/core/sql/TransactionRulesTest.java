package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.TransactionVerdict.Action;
import io.liftlock.core.sql.TransactionVerdict.Control;
import io.liftlock.core.sql.TransactionVerdict.ForeignKeys;
import io.liftlock.core.sql.TransactionVerdict.Inside;
import io.liftlock.core.sql.TransactionVerdict.Outside;
import io.liftlock.core.sql.TransactionVerdict.Unclear;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionRulesTest {

  private static List<TransactionVerdict> judge(Dialect dialect, String sql) {
    Script script = new ScriptReader().read("a.sql", sql, dialect);
    TransactionRules rules = TransactionRules.forScript(script);
    List<TransactionVerdict> verdicts = new ArrayList<>();
    script.forEach(statement -> verdicts.add(rules.judge(statement)));
    return verdicts;
  }

  private static TransactionVerdict one(Dialect dialect, String sql) {
    List<TransactionVerdict> verdicts = judge(dialect, sql);
    assertThat(verdicts).hasSize(1);
    return verdicts.get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create index concurrently on t (a)",
        "CREATE UNIQUE INDEX /* now */ CONCURRENTLY IF NOT EXISTS i ON t (a)",
        "drop index concurrently if exists i",
        "reindex index concurrently i",
        "reindex (concurrently) table t",
        "reindex (verbose, concurrently true) table t",
        "reindex (concurrently on, verbose) table t",
        "reindex (concurrently 1) index i",
        "reindex schema s",
        "reindex (verbose) database d",
        "reindex system d",
        "reindex database",
        "alter table s.t detach partition s.p concurrently",
        "alter table if exists only t detach partition \"p q\" concurrently",
        "vacuum",
        "vacuum (full, analyze) t",
        "cluster",
        "cluster verbose",
        "cluster (verbose)",
        "alter system set work_mem = '1MB'",
        "create database d",
        "drop database if exists d with (force)",
        "create tablespace s location '/x'",
        "drop tablespace s",
        "create subscription s connection 'host=x' publication p",
        "create subscription s connection 'host=x' publication p with (create_slot = true)",
        "drop subscription s",
        "alter subscription s refresh publication with (copy_data = false)",
        "alter subscription s set publication p",
        "alter subscription s add publication p with (refresh = true)",
        "alter database d set tablespace s",
        "discard all",
        "commit prepared 'x'",
        "rollback prepared 'x'",
        "do $$ begin insert into t values (1); commit; end $$",
        "do $x$ begin for i in 1..3 loop insert into t values (i); commit and chain; end loop; end $x$",
        "do language plpgsql 'begin if true then rollback; end if; perform ''x''; end'",
        "do E'begin\\n perform 1;\\n commit;\\nend'",
        "do $$ begin <<a>> commit; end $$ language \"plpgsql\""
      })
  void isForbiddenInATransaction(String sql) {
    assertThat(one(Dialect.POSTGRES, sql)).isInstanceOf(Outside.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create index i on t (a)",
        "create index \"concurrently\" on t (a)",
        "create unique index concurrently_not on t (a)",
        "drop index i",
        "reindex table t",
        "reindex (concurrently false) table t",
        "reindex (concurrently off, verbose) index i",
        "reindex (concurrently 0) index i",
        "alter table t detach partition p",
        "alter table t detach partition p finalize",
        "cluster t",
        "cluster verbose t using i",
        "cluster (verbose) t",
        "alter table t cluster on i",
        "alter database d set work_mem = '1MB'",
        "create subscription s connection 'x' publication p with (create_slot = false)",
        "create subscription s connection 'x' publication p with (connect = false, slot_name = none)",
        "alter subscription s set publication p with (refresh = false)",
        "alter subscription s disable",
        "discard plans",
        "refresh materialized view concurrently v",
        "alter type mood add value 'x'",
        "alter type mood rename value 'x' to 'y'",
        "prepare p as select 1",
        "do $$ begin perform 'commit;'; -- commit;\n /* commit; */ end $$",
        "do $$ declare commit_count int; begin commit_count := 1; perform 1 as commit; end $$",
        "create procedure p() language plpgsql as $$ begin commit; end $$",
        "select 'vacuum'",
        "comment on table t is 'create index concurrently'",
        "set local lock_timeout = '1s'"
      })
  void mayRunInATransaction(String sql) {
    assertThat(one(Dialect.POSTGRES, sql)).isEqualTo(new Inside());
  }

  @Test
  void anEnumValueUsedLaterMustBeCommittedFirst() {
    assertThat(judge(Dialect.POSTGRES, "alter type m add value 'x'; insert into t values ('x')"))
        .first()
        .isInstanceOf(Outside.class);
    assertThat(
            judge(
                Dialect.POSTGRES,
                "insert into t values ('x'); alter type m add value if not exists 'x' before 'y'"))
        .last()
        .isEqualTo(new Inside());
    assertThat(
            judge(
                Dialect.POSTGRES,
                "alter type s.m add value 'it''s'; do $$ begin insert into t values ('it''s'); end"
                    + " $$"))
        .first()
        .isInstanceOf(Outside.class);
    assertThat(judge(Dialect.POSTGRES, "alter type m add value 'x'; select 'xy', \"x\", x"))
        .first()
        .isEqualTo(new Inside());
  }

  @Test
  void anEnumOfTheSameScriptMayGrowAndBeUsed() {
    assertThat(
            judge(
                Dialect.POSTGRES,
                "create type s.m as enum ('a'); alter type s.m add value 'x'; select 'x'::s.m"))
        .containsOnly(new Inside());
  }

  @Test
  void partitionedTablesOfTheSameScriptAreKnown() {
    List<TransactionVerdict> verdicts =
        judge(
            Dialect.POSTGRES,
            "create table if not exists s.p (a int default (1), b int) partition by list (a);"
                + " create index i on s.p (b);reindex table s.p;reindex index s.i;cluster p using i;"
                + " create table q (a int, partition by_name text); reindex table q");
    assertThat(verdicts.subList(2, 5)).allMatch(verdict -> verdict instanceof Outside);
    assertThat(verdicts.get(6)).isEqualTo(new Inside());
  }

  @ParameterizedTest
  @CsvSource({
    "begin isolation level serializable, OPENS, false",
    "START TRANSACTION, OPENS, false",
    "commit, COMMITS, false",
    "commit and chain, COMMITS, true",
    "commit work and no chain, COMMITS, false",
    "end transaction, COMMITS, false",
    "rollback, ROLLS_BACK, false",
    "abort and chain, ROLLS_BACK, true",
    "rollback transaction to savepoint s, ROLLS_BACK_TO, false",
    "rollback to s, ROLLS_BACK_TO, false",
    "savepoint s, SAVES, false",
    "release s, RELEASES, false",
    "prepare transaction 'x', PREPARES, false"
  })
  void controlsATransaction(String sql, Action action, boolean chain) {
    assertThat(one(Dialect.POSTGRES, sql)).isEqualTo(new Control(action, chain));
  }

  @Test
  void syntaxCannotTellWhatIsCalled() {
    assertThat(one(Dialect.POSTGRES, "call p(1)")).isInstanceOf(Unclear.class);
    assertThat(one(Dialect.POSTGRES, "do language plpython3u $$ plpy.commit() $$"))
        .isInstanceOf(Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VACUUM",
        "vacuum into 'x'",
        "attach 'x' as y",
        "detach database y",
        "pragma journal_mode = wal",
        "pragma main.journal_mode(delete)"
      })
  void isForbiddenInATransactionOfSqlite(String sql) {
    assertThat(one(Dialect.SQLITE, sql)).isInstanceOf(Outside.class);
  }

  @ParameterizedTest
  @CsvSource({
    "pragma foreign_keys = off, false",
    "PRAGMA foreign_keys=ON, true",
    "PRAGMA main.foreign_keys = 0, false",
    "pragma foreign_keys(1), true",
    "pragma \"foreign_keys\" = \"yes\", true",
    "pragma foreign_keys = 'no', false",
    "pragma foreign_keys = 12, true"
  })
  void foreignKeysAreSwitched(String sql, boolean on) {
    assertThat(one(Dialect.SQLITE, sql)).isEqualTo(new ForeignKeys(on));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pragma foreign_keys",
        "pragma foreign_key_check",
        "pragma defer_foreign_keys = on",
        "pragma user_version = 3",
        "pragma journal_mode",
        "create trigger t after insert on a begin delete from b; end"
      })
  void mayRunInATransactionOfSqlite(String sql) {
    assertThat(one(Dialect.SQLITE, sql)).isEqualTo(new Inside());
  }

  @ParameterizedTest
  @CsvSource({
    "begin immediate, OPENS",
    "commit transaction, COMMITS",
    "end, COMMITS",
    "rollback, ROLLS_BACK",
    "rollback transaction to s, ROLLS_BACK_TO",
    "savepoint s, SAVES",
    "release savepoint s, RELEASES"
  })
  void controlsATransactionOfSqlite(String sql, Action action) {
    assertThat(one(Dialect.SQLITE, sql)).isEqualTo(new Control(action, false));
  }
}
