package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RenameCommentTest {

  private static List<String> read(String sql) {
    return RenameComment.in(Dialect.POSTGRES, sql).stream()
        .map(
            c ->
                c.line()
                    + " "
                    + c.object()
                    + " "
                    + c.name()
                    + " "
                    + c.column()
                    + " < "
                    + c.oldName())
        .toList();
  }

  @Test
  void aCommentBeforeTheStatementIsTheObjects() {
    assertThat(
            read(
                """
                SELECT 1;
                -- renamed from: people
                CREATE TABLE public.users (id int);
                -- Renamed From: "Old View"
                CREATE OR REPLACE VIEW v AS SELECT 1;
                CREATE TABLE t ( -- renamed from: s
                  a int
                );
                """))
        .containsExactly(
            "2 table [public, users] null < people",
            "4 view [v] null < Old View",
            "6 table [t] null < s");
  }

  @Test
  void aCommentOnOrAboveAColumnIsTheColumns() {
    assertThat(
            read(
                """
                CREATE TABLE IF NOT EXISTS "U s" (
                  id bigint PRIMARY KEY,
                  email varchar(10) NOT NULL CHECK (email IN ('a', 'b')), -- renamed from: mail
                  -- renamed from: surname
                  "Last Name" text,
                  CONSTRAINT c CHECK (id > 0) -- renamed from: d
                );
                """))
        .containsExactly(
            "3 table [U s] email < mail",
            "4 table [U s] Last Name < surname",
            "6 constraint [U s] c < d");
  }

  @Test
  void whatOnlyLooksAlikeIsNone() {
    assertThat(
            read(
                """
                CREATE TABLE t (a text DEFAULT '-- renamed from: x'); -- was renamed from: y
                -- renamed from: nothing follows
                """))
        .isEmpty();
  }
}
