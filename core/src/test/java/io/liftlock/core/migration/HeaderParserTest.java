package io.liftlock.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.sql.CommentLine;
import io.liftlock.core.sql.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderParserTest {

  private final Problems problems = new Problems();

  private HeaderParser.Parsed parsed(String... lines) {
    List<CommentLine> comments = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String raw = lines[i];
      if (raw.startsWith("--")) {
        String text = raw.substring(2).strip();
        int column = text.isEmpty() ? 3 : raw.indexOf(text, 2) + 1;
        comments.add(new CommentLine(text, raw, i + 1, column, Section.UP));
      }
    }
    return HeaderParser.parse("m.sql", "events", comments, Integer.MAX_VALUE, problems);
  }

  private Header header(String... lines) {
    return parsed(lines).header();
  }

  @Test
  void theSeedsHeader() {
    Header header =
        header(
            "-- Migration: 004_add_robinhood_user_id.sql",
            "-- Purpose: Add robinhood_user_id to users table",
            "-- Date: 2025-08-02",
            "-- Author: Development Team",
            "-- Breaking Changes: None",
            "-- Rollback: ALTER TABLE users DROP COLUMN robinhood_user_id;");
    assertThat(header.fields())
        .containsEntry("Purpose", "Add robinhood_user_id to users table")
        .containsEntry("Breaking Changes", "None")
        .containsEntry("Author", "Development Team");
    assertThat(header.rollback()).contains("ALTER TABLE users DROP COLUMN robinhood_user_id;");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aReasonForNoRollbackIsToldFromNone() {
    assertThat(header("-- Rollback: none because the values are merged").irreversibleBecause())
        .contains("the values are merged");
    assertThat(header("-- Rollback: None, since drop table is final").irreversibleBecause())
        .contains("drop table is final");
    assertThat(header("-- liftlock:rollback none because of the law").irreversibleBecause())
        .contains("of the law");
    assertThat(header("-- Rollback: Not possible: rows are deleted").irreversibleBecause())
        .contains("rows are deleted");
    assertThat(header("-- Rollback: none").irreversibleBecause()).isEmpty();
    assertThat(header("-- Rollback: None.").irreversibleBecause()).isEmpty();
    assertThat(header("-- Rollback: see the wiki").irreversibleBecause()).isEmpty();
    assertThat(header("-- Rollback: DROP TABLE none;").irreversibleBecause()).isEmpty();
    assertThat(header("-- Purpose: none because").irreversibleBecause()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void keysHaveManySpellingsAndGoOnBelow() {
    Header header =
        header(
            "-- purpose:   find trades",
            "--   by their note",
            "-- data impact: none",
            "-- BREAKING-CHANGES: yes",
            "--",
            "-- This is prose.",
            "-- See also: the manual",
            "-- TODO: nothing");
    assertThat(header.fields())
        .containsEntry("Purpose", "find trades by their note")
        .containsEntry("Data-impact", "none")
        .containsEntry("Breaking Changes", "yes")
        .hasSize(3);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void settingsDependsAndTimeouts() {
    Header header =
        header(
            "-- Settings: work_mem = '64MB', maintenance_work_mem=1GB,",
            "--   my.setting = 'a, b''c'",
            "-- Depends: 002, common/001",
            "-- Lock-timeout: 2s",
            "-- liftlock:statement-timeout 0",
            "-- liftlock: depends: setups/003",
            "-- Transaction: none");
    assertThat(header.settings())
        .containsEntry("work_mem", "64MB")
        .containsEntry("maintenance_work_mem", "1GB")
        .containsEntry("my.setting", "a, b'c");
    assertThat(header.depends())
        .containsExactly(
            MigrationId.parse("events/002"),
            MigrationId.parse("common/001"),
            MigrationId.parse("setups/003"));
    assertThat(header.lockTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(header.statementTimeout()).isEqualTo(Duration.ZERO);
    assertThat(header.transactional()).isFalse();
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Databse, Database",
    "Dependes, Depends",
    "Lock-timout, Lock-timeout",
    "Setings, Settings",
    "Transation, Transaction",
    "Rolback, Rollback",
    "Breaking Chnages, Breaking Changes"
  })
  void aMisspeltKeyIsAnError(String written, String meant) {
    header("-- " + written + ": x");
    assertThat(problems.all()).hasSize(1);
    Problem problem = problems.all().get(0);
    assertThat(problem.code()).isEqualTo(ErrorCode.HEADER_UNKNOWN);
    assertThat(problem.place()).hasToString("m.sql:1:4");
    assertThat(problem.action()).isEqualTo("did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Warning: x",
        "Data: x",
        "Name: y",
        "Example: z",
        "http://x: y",
        "Type: Schema",
        "Owner: -",
        "Update: rows",
        "File: a.sql",
        "Source: b",
        "Version: 1.2"
      })
  void proseIsLeftAlone(String line) {
    assertThat(header("-- " + line).fields()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- Lock-timeout: soon",
        "-- Settings: work_mem",
        "-- Settings: work-mem = 1",
        "-- Transaction: maybe"
      })
  void badValuesAreErrorsWithTheirPlace(String line) {
    header(line);
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ErrorCode.HEADER_INVALID);
              assertThat(problem.place()).hasToString("m.sql:1:4");
              assertThat(problem.action()).isNotNull();
            });
  }

  @Test
  void anUnknownDirectiveIsAlwaysAnError() {
    header("-- liftlock:frobnicate now", "-- liftlock:transacton none");
    assertThat(problems.all()).extracting(Problem::code).containsOnly(ErrorCode.HEADER_UNKNOWN);
    assertThat(problems.all().get(1).action()).isEqualTo("did you mean Transaction?");
  }

  @Test
  void aDirectiveBelowTheFirstStatementIsAnError() {
    CommentLine late = new CommentLine("liftlock:transaction none", "", 9, 4, Section.UP);
    CommentLine lint = new CommentLine("liftlock:lint-ignore x because y", "", 9, 4, Section.UP);
    CommentLine prose = new CommentLine("Transaction: none", "", 10, 4, Section.UP);
    Header header =
        HeaderParser.parse("m.sql", "", List.of(late, lint, prose), 5, problems).header();
    assertThat(header.transactional()).isTrue();
    assertThat(problems.all())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.HEADER_INVALID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None",
        "none.",
        "Not possible",
        "n/a",
        "-",
        "restore from backup",
        "see 004_x_rollback.sql",
        "Drop the column by hand",
        "Update the view as it was",
        "Select nothing",
        "Do not"
      })
  void aRemarkIsNoRollback(String remark) {
    assertThat(header("-- Rollback: " + remark).rollback()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aRollbackGoesOnBelow() {
    HeaderParser.Parsed parsed =
        parsed(
            "-- Rollback: DROP TABLE a;",
            "--           DROP TABLE b;",
            "-- ALTER TABLE c",
            "--   DROP COLUMN d;",
            "-- This table holds trades.",
            "-- DROP TABLE never;");
    assertThat(parsed.header().rollback())
        .contains("DROP TABLE a;\nDROP TABLE b;\nALTER TABLE c\nDROP COLUMN d;");
    assertThat(parsed.rollbackText())
        .contains(
            " ".repeat(13)
                + "DROP TABLE a;\n"
                + " ".repeat(13)
                + "DROP TABLE b;\n   ALTER TABLE c\n"
                + "     DROP COLUMN d;");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aDoubtfulRollbackLineIsAnError() {
    header("-- Rollback: DROP TABLE a", "-- Creates the table of trades");
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ErrorCode.HEADER_INVALID);
              assertThat(problem.place()).hasToString("m.sql:2:4");
            });
  }

  @ParameterizedTest
  @CsvSource({"2s,2000", "500ms,500", "1min,60000", "0,0", "2 s,2000", "1h,3600000"})
  void durations(String text, long millis) {
    assertThat(Durations.parse(text)).contains(Duration.ofMillis(millis));
  }
}
