package io.liftlock.runtime.render;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Tally;
import io.liftlock.runtime.transfer.CopyResult;
import io.liftlock.runtime.transfer.DatabaseEnd;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports that the tests of their forms share: of odd names, and with values that must not show.
 */
final class CopyReports {

  static final Instant AT = Instant.parse("2026-11-20T17:30:00Z");
  static final ObjectId ODD = ObjectId.of(ObjectKind.TABLE, "public", "<odd> & \"table\"");
  static final ObjectId USERS = ObjectId.of(ObjectKind.TABLE, "public", "users");
  static final DatabaseEnd OLD =
      new DatabaseEnd("main", "postgresql://app@old/journal", "PostgreSQL 16.3", "7/5", "7/11");
  static final DatabaseEnd NEW =
      new DatabaseEnd("B", "postgresql://app@new/journal", "PostgreSQL 18.0", "8/5", "8/12");

  private CopyReports() {}

  static RowComparison compared(TableComparison... tables) {
    return new RowComparison(
        List.of(tables),
        Map.of(),
        HashKind.TEXT,
        2,
        new RowComparison.Reading(AT, "7:7:", Consistency.FULL),
        new RowComparison.Reading(
            AT, "", new Consistency(Consistency.Degree.SINGLE, "it is a file")));
  }

  static TableComparison equal(ObjectId table) {
    return new TableComparison(
            table, table, 3, 3, TableComparison.State.EQUAL, List.of(), false, null, 20)
        .hashing(
            List.of(
                new Digest(3, BigInteger.valueOf(0xabcL)),
                new Digest(3, BigInteger.valueOf(-255))));
  }

  static TableComparison different(ObjectId table) {
    return new TableComparison(
        table,
        table,
        3,
        2,
        TableComparison.State.DIFFERENT,
        List.of(
            new RowDifference(Key.of("17"), RowDifference.Kind.MISSING, null, null, null, 1),
            new RowDifference(
                Key.of("42"), RowDifference.Kind.VALUE, "price", "secret1", "secret2", 1)),
        true,
        null,
        20);
  }

  static TableComparison unknown(ObjectId table) {
    return new TableComparison(
        table,
        table,
        -1,
        -1,
        TableComparison.State.UNKNOWN,
        List.of(),
        false,
        Problem.error(ErrorCode.ROWS_HIDDEN, "row-level security hides rows"),
        0);
  }

  static CopyResult copied(Optional<RowComparison> verified, boolean consistent) {
    return new CopyResult(
        OLD,
        NEW,
        Optional.empty(),
        List.of(
            new CopyResult.TypeChosen(
                USERS.part(ObjectKind.COLUMN, "born"), "DATETIME", "text", "1 value is no time")),
        List.of(),
        Optional.of(
            new CopyReport(
                new CopyRun(
                    "c1", OLD.url(), OLD.identity(), "p", "s", AT, false, CopyRun.State.DONE),
                List.of(
                    new CopyReport.CopiedTable(ODD, ODD, new Tally(3, 2048), 1, 40),
                    new CopyReport.CopiedTable(USERS, USERS, new Tally(1200, 98304), 2, 160)),
                List.of(
                    new CopyPlan.Omission(ObjectId.of(ObjectKind.VIEW, "public", "v"), "a view")),
                List.of(new CopyReport.Phase("rows", 180), new CopyReport.Phase("indexes", 90)),
                List.of(new SnapshotRecord(1, "7:7:", AT, Consistency.FULL)),
                consistent,
                2,
                verified,
                List.of(
                    Problem.warning(ErrorCode.CONSISTENCY_WEAK, "a <notice>").action("mind it")))),
        Optional.empty(),
        List.of());
  }
}
