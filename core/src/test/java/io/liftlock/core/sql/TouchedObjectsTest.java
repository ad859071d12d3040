package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TouchedObjectsTest {

  private static String touched(Dialect dialect, String sql) {
    Script script = new ScriptReader().read("a.sql", sql, dialect);
    assertThat(script.size()).isEqualTo(1);
    List<Touched> found = TouchedObjects.of(script.iterator().next(), dialect);
    return found.stream()
        .map(
            object ->
                (object.kind() + " " + String.join(".", object.name())).strip()
                    + (object.relation().isEmpty()
                        ? ""
                        : " of " + String.join(".", object.relation()))
                    + (object.effect() == Touched.Effect.ROWS ? " (rows)" : ""))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "create table s.T (A int, \"B b\" numeric(3, 1) check (c > 0), constraint k unique (a))"
            + " | table s.t, column a of s.t, column B b of s.t, constraint k of s.t",
        "create table if not exists t (primary key (a), a int) | table t, column a of t",
        "create unlogged table t as select 1 | table t",
        "alter table only s.t add column c int, drop if exists d, alter e set default f(1, 2)"
            + " | relation s.t, column c of s.t, column d of s.t, column e of s.t",
        "alter table t add constraint k check (a > 0) not valid | relation t, constraint k of t",
        "alter table t add unique (a) | relation t",
        "alter table t validate constraint k | relation t, constraint k of t",
        "alter table t add c int constraint k unique"
            + " | relation t, column c of t, constraint k of t",
        "alter table t rename to u | relation t, table u",
        "alter table s.t rename column a to b | relation s.t, column a of s.t, column b of s.t",
        "alter table t rename a to b | relation t, column a of t, column b of t",
        "alter table t rename constraint a to b"
            + " | relation t, constraint a of t, constraint b of t",
        "alter table t enable row level security | relation t",
        "create unique index concurrently if not exists i on only s.t using btree (a)"
            + " | index i of s.t, relation s.t",
        "create index on t (a) | relation t",
        "drop index concurrently if exists s.i, j | index s.i, index j",
        "create or replace function s.f(a int default g(1), b text) returns int language sql as"
            + " $$insert into x values (1)$$ | function s.f",
        "drop function f(int), s.g(text, int) cascade | function f, function s.g",
        "create trigger tr before insert or update of a on s.t execute function f()"
            + " | trigger tr of s.t, relation s.t",
        "create constraint trigger tr after insert on t execute function f()"
            + " | trigger tr of t, relation t",
        "drop trigger if exists tr on t | trigger tr of t, relation t",
        "create policy \"p p\" on t for select to x using (true) | policy p p of t, relation t",
        "alter policy p on t rename to q | policy p of t, relation t, policy q",
        "create rule r as on insert to s.v do instead nothing | rule r of s.v, relation s.v",
        "create type s.mood as enum ('a') | type s.mood",
        "alter type mood add value 'b' | type mood",
        "create domain d as int constraint k check (value > 0) | domain d",
        "alter domain d drop constraint k | domain d, constraint k of d",
        "create materialized view if not exists v as select 1 | materialized-view v",
        "create or replace view v as select 1 from t | view v",
        "create recursive view v (a) as select 1 | view v",
        "create extension if not exists pgcrypto | extension pgcrypto",
        "create schema if not exists app | schema app",
        "create schema authorization app | schema app",
        "create sequence s.q | sequence s.q",
        "create event trigger e on ddl_command_end execute function f() | event-trigger e",
        "create foreign data wrapper w | foreign-data-wrapper w",
        "create server s foreign data wrapper w | foreign-server s",
        "create foreign table ft (a int) server s | foreign-table ft, column a of ft",
        "create text search configuration public.c (copy = simple)"
            + " | text-search-configuration public.c",
        "create statistics st on a, b from t | statistics st",
        "create publication p for table t | publication p",
        "create aggregate a(int) (sfunc = f, stype = int) | aggregate a",
        "create operator s.=== (function = f, leftarg = int, rightarg = int) | operator s.===",
        "create cast (bigint as s.t) with inout | cast (bigint as s.t)",
        "alter default privileges in schema s grant select on tables to x | default-privileges",
        "comment on table s.t is 'x' | table s.t",
        "comment on column s.t.a is 'x' | column a of s.t",
        "comment on constraint k on t is 'x' | constraint k of t",
        "comment on function f(int) is 'x' | function f",
        "grant select on s.t, u to x | relation s.t, relation u",
        "grant select (a, b) on table t to x | table t",
        "revoke execute on function f(int), g() from public | function f, function g",
        "grant usage on schema s to x | schema s",
        "grant select on all tables in schema s to x | ~~",
        "grant admin to x | ~~",
        "truncate table only t, s.u restart identity | relation t (rows), relation s.u (rows)",
        "insert into s.t values (1) | relation s.t (rows)",
        "update \"T\" set a = 1 | relation T (rows)",
        "select a into u from t | relation u (rows)",
        "create operator class c for type t using btree as storage t | ~~",
        "do $$begin end$$ | ~~",
        "select f() | ~~",
        "set search_path = x | ~~",
      })
  void ofPostgres(String sql, String objects) {
    assertThat(touched(Dialect.POSTGRES, sql)).isEqualTo(objects);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "create table [My T] (a, `b b` text) strict"
            + " | table My T, column a of My T, column b b of My T",
        "create virtual table f using fts5(a) | virtual-table f",
        "create trigger tr after insert on t begin insert into u values (1); end"
            + " | trigger tr of t, relation t",
        "drop trigger tr | trigger tr",
        "alter table t drop column a | relation t, column a of t",
        "replace into t values (1) | relation t (rows)",
        "create temp view v as select 1 | view v",
      })
  void ofSqlite(String sql, String objects) {
    assertThat(touched(Dialect.SQLITE, sql)).isEqualTo(objects);
  }
}
