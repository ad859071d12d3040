package io.liftlock.runtime.render;

import io.liftlock.core.error.Problem;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.transfer.ByteSize;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.runtime.transfer.CopyResult;
import io.liftlock.runtime.transfer.DatabaseEnd;
import java.util.ArrayList;
import java.util.List;

/** What a copy did, as a page with a bar for each table; keys and values never stand in it. */
public final class CopyPage {

  private CopyPage() {}

  /** The page. */
  public static String of(CopyResult result) {
    Html page = Html.page("Copy of " + result.from().url());
    page.open("table").line();
    end(page, "from", result.from());
    end(page, "to", result.to());
    page.close("table").line();
    result.report().ifPresent(report -> report(page, report));
    types(page, result.types());
    omissions(page, result.omissions());
    List<Problem> notices = new ArrayList<>(result.notices());
    result.report().ifPresent(report -> notices.addAll(report.notices()));
    notices(page, notices);
    return page.end();
  }

  private static void end(Html page, String role, DatabaseEnd end) {
    page.open("tr").cell(role).cell(end.url()).cell(end.product()).cell(end.identity());
    page.close("tr").line();
  }

  private static void report(Html page, CopyReport report) {
    verdict(page, report);
    tables(page, report);
    phases(page, report.phases());
    points(page, report);
    report.verified().ifPresent(rows -> RowsPage.tables(page, rows));
  }

  private static void verdict(Html page, CopyReport report) {
    String total =
        "%,d rows, %s".formatted(report.total().rows(), ByteSize.text(report.total().bytes()));
    if (report.verified().isEmpty()) {
      page.element("p", "bad", total + ". Not verified: --no-verify was given.");
    } else if (report.verified().map(RowComparison::isEqual).orElse(false)) {
      page.element("p", "good", total + ". Verified: both databases are equal.");
    } else {
      page.element("p", "bad", total + ". The two databases were not shown to be equal.");
    }
  }

  private static void tables(Html page, CopyReport report) {
    long longest =
        report.tables().stream().mapToLong(CopyReport.CopiedTable::durationMs).max().orElse(0);
    page.element("h2", "Tables").open("table").line();
    page.headings("table", "into", ">rows", ">bytes", ">parts", ">time", "");
    for (CopyReport.CopiedTable table : report.tables()) {
      page.open("tr")
          .cell(table.source().qualified())
          .cell(table.target().qualified())
          .number("%,d".formatted(table.tally().rows()))
          .number(ByteSize.text(table.tally().bytes()))
          .number("%,d".formatted(table.chunks()))
          .number(seconds(table.durationMs()))
          .bar(table.durationMs(), longest)
          .close("tr")
          .line();
    }
    page.close("table").line();
  }

  private static void phases(Html page, List<CopyReport.Phase> phases) {
    long longest = phases.stream().mapToLong(CopyReport.Phase::durationMs).max().orElse(0);
    page.element("h2", "Phases").open("table").line();
    page.headings("phase", ">time", "");
    for (CopyReport.Phase phase : phases) {
      page.open("tr")
          .cell(phase.name())
          .number(seconds(phase.durationMs()))
          .bar(phase.durationMs(), longest)
          .close("tr")
          .line();
    }
    page.close("table").line();
  }

  private static void points(Html page, CopyReport report) {
    page.element("h2", "Read points");
    page.element(
        "p",
        report.consistent()
            ? "Everything is as the source was at the last of these instants."
            : "Not everything was read at one instant.");
    page.open("table").line().headings("", "at", "point", "readers see");
    for (SnapshotRecord point : report.snapshots()) {
      String because = point.consistency().because();
      page.open("tr")
          .cell(String.valueOf(point.number()))
          .cell(point.at().toString())
          .cell(point.id())
          .cell(
              Documents.word(point.consistency().degree())
                  + (because.isEmpty() ? "" : ": " + because))
          .close("tr")
          .line();
    }
    page.close("table").line();
    if (report.resumed() > 0) {
      page.element("p", "%,d parts were copied by an earlier run.".formatted(report.resumed()));
    }
  }

  private static void types(Html page, List<CopyResult.TypeChosen> types) {
    if (types.isEmpty()) {
      return;
    }
    page.element("h2", "Types").open("table").line();
    page.headings("column", "declared", "becomes", "because");
    for (CopyResult.TypeChosen type : types) {
      page.open("tr")
          .cell(type.column().qualified())
          .cell(type.from())
          .cell(type.to())
          .cell(type.because())
          .close("tr")
          .line();
    }
    page.close("table").line();
  }

  private static void omissions(Html page, List<CopyPlan.Omission> omissions) {
    if (omissions.isEmpty()) {
      return;
    }
    page.element("h2", "Not copied").open("table").line();
    for (CopyPlan.Omission omission : omissions) {
      page.open("tr").cell(omission.object().toString()).cell(omission.because());
      page.close("tr").line();
    }
    page.close("table").line();
  }

  private static void notices(Html page, List<Problem> notices) {
    if (!notices.isEmpty()) {
      page.element("h2", "Notices");
      notices.forEach(notice -> page.element("pre", notice.render()));
    }
  }

  private static String seconds(long ms) {
    return "%.2f s".formatted(ms / 1000.0);
  }
}
