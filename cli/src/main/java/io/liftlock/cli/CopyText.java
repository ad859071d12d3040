package io.liftlock.cli;

import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.transfer.ByteSize;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Tally;
import io.liftlock.runtime.render.CopyDocument;
import io.liftlock.runtime.transfer.CopyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a copy did, for people. */
final class CopyText {

  private CopyText() {}

  /** The answer of a copy: 0 only where what was copied was shown to be equal, or nobody asked. */
  static Answer answer(CopyResult result) {
    List<Problem> problems = new ArrayList<>(result.notices());
    result.report().ifPresent(report -> problems.addAll(report.notices()));
    int exit = stopped(result.before(), problems);
    if (exit == 0) {
      List<Problem> differing =
          result
              .report()
              .flatMap(CopyReport::verified)
              .map(rows -> RowsText.problems(rows, "the source", "the target"))
              .orElse(List.of());
      problems.addAll(differing);
      exit = differing.isEmpty() ? stopped(result.after(), problems) : ErrorKind.FOUND.exitCode();
    }
    return Answer.of(terminal -> print(terminal, result), () -> CopyDocument.of(result))
        .exit(exit)
        .problems(problems);
  }

  private static int stopped(Optional<Outcome> outcome, List<Problem> problems) {
    if (outcome.isEmpty()) {
      return 0;
    }
    Answer migrated = RunReport.of(List.of(), "applied", outcome.get());
    problems.addAll(migrated.problems());
    return migrated.exit();
  }

  private static void print(Terminal terminal, CopyResult result) {
    result.report().ifPresent(report -> print(terminal, report));
    types(terminal, result.types());
    omissions(terminal, "not copied:", result.omissions());
    result
        .after()
        .ifPresent(outcome -> RunReport.of(List.of(), "applied", outcome).text().accept(terminal));
  }

  private static void print(Terminal terminal, CopyReport report) {
    Table table =
        new Table("table", "rows", "bytes", "parts", "time")
            .numbers("rows", "bytes", "parts", "time");
    for (CopyReport.CopiedTable copied : report.tables()) {
      table.row(
          PairText.of(copied.source(), copied.target()),
          "%,d".formatted(copied.tally().rows()),
          ByteSize.text(copied.tally().bytes()),
          "%,d".formatted(copied.chunks()),
          Clocks.seconds(copied.durationMs()));
    }
    table.print(terminal);
    terminal.say("");
    Tally total = report.total();
    terminal.say(
        "copied %d table%s, %s, %s"
            .formatted(
                report.tables().size(),
                report.tables().size() == 1 ? "" : "s",
                Amounts.rows(total.rows()),
                ByteSize.text(total.bytes())));
    terminal.say(
        "phases: "
            + report.phases().stream()
                .map(phase -> phase.name() + " " + Clocks.seconds(phase.durationMs()))
                .collect(Collectors.joining(", ")));
    terminal.say(read(report));
    terminal.say(verified(terminal, report));
    report.verified().ifPresent(rows -> RowsText.differences(terminal, rows, false));
  }

  private static String read(CopyReport report) {
    List<SnapshotRecord> points = report.snapshots();
    if (points.isEmpty()) {
      return "read: nothing";
    }
    SnapshotRecord last = points.get(points.size() - 1);
    String at = last.at() + (last.id().isEmpty() ? "" : " (" + last.id() + ")");
    String resumed =
        report.resumed() == 0
            ? ""
            : ", %d part%s copied by an earlier run"
                .formatted(report.resumed(), report.resumed() == 1 ? "" : "s");
    return report.consistent()
        ? "read: as the source was at " + at + resumed
        : "read: not at one instant, but at %s%s"
            .formatted(
                points.stream()
                    .map(point -> point.at().toString())
                    .collect(Collectors.joining(", ")),
                resumed);
  }

  private static String verified(Terminal terminal, CopyReport report) {
    if (report.verified().isEmpty()) {
      return terminal.paint(Style.YELLOW, "verified: no, --no-verify was given");
    }
    RowComparison rows = report.verified().get();
    return rows.isEqual()
        ? terminal.paint(
            Style.GREEN,
            "verified: equal, %d table%s"
                .formatted(rows.tables().size(), rows.tables().size() == 1 ? "" : "s"))
        : terminal.paint(Style.RED, "verified: no");
  }

  /** The types that were chosen. */
  static void types(Terminal terminal, List<CopyResult.TypeChosen> types) {
    if (types.isEmpty()) {
      return;
    }
    terminal.say("");
    Table table = new Table("column", "declared", "becomes", "because");
    for (CopyResult.TypeChosen type : types) {
      table.row(type.column().qualified(), type.from(), type.to(), type.because());
    }
    table.print(terminal);
  }

  /** What is not copied. */
  static void omissions(Terminal terminal, String heading, List<CopyPlan.Omission> omissions) {
    if (omissions.isEmpty()) {
      return;
    }
    terminal.say("");
    terminal.say(heading);
    for (CopyPlan.Omission omission : omissions) {
      terminal.say("  %s: %s".formatted(omission.object(), omission.because()));
    }
  }
}
