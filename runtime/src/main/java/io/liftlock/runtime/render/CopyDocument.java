package io.liftlock.runtime.render;

import io.liftlock.core.report.CopyReport;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.SnapshotRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a copy did, as a document. The names of its fields are public API. */
public final class CopyDocument {

  private CopyDocument() {}

  /** The report; what was noticed is told among the problems of the whole document. */
  public static Map<String, @Nullable Object> of(CopyReport report) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("tables", report.tables().stream().map(CopyDocument::table).toList());
    data.put("rows", report.total().rows());
    data.put("bytes", report.total().bytes());
    data.put("phases", report.phases().stream().map(CopyDocument::phase).toList());
    data.put("verified", report.verified().map(rows -> rows.isEqual()).orElse(false));
    data.put(
        "comparison",
        report
            .verified()
            .map(rows -> RowComparisonDocument.of(rows, RowComparisonDocument.Values.HIDDEN))
            .orElse(null));
    data.put("consistent", report.consistent());
    data.put("snapshots", report.snapshots().stream().map(CopyDocument::snapshot).toList());
    data.put("resumed", report.resumed());
    data.put("omissions", report.omissions().stream().map(CopyDocument::omission).toList());
    data.put("run", run(report.run()));
    return data;
  }

  private static Map<String, @Nullable Object> table(CopyReport.CopiedTable table) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("table", table.source().qualified());
    data.put("target", table.target().qualified());
    data.put("rows", table.tally().rows());
    data.put("bytes", table.tally().bytes());
    data.put("chunks", table.chunks());
    data.put("durationMs", table.durationMs());
    return data;
  }

  private static Map<String, @Nullable Object> phase(CopyReport.Phase phase) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", phase.name());
    data.put("durationMs", phase.durationMs());
    return data;
  }

  private static Map<String, @Nullable Object> snapshot(SnapshotRecord snapshot) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("number", snapshot.number());
    data.put("point", snapshot.id());
    data.put("at", snapshot.at());
    data.put("consistency", Documents.word(snapshot.consistency().degree()));
    data.put("because", snapshot.consistency().because());
    return data;
  }

  /** Something of the source that is not copied. */
  static Map<String, @Nullable Object> omission(CopyPlan.Omission omission) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("object", omission.object().qualified());
    data.put("kind", omission.object().kind().word());
    data.put("because", omission.because());
    return data;
  }

  private static Map<String, @Nullable Object> run(CopyRun run) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", run.id());
    data.put("source", run.source());
    data.put("sourceIdentity", run.sourceIdentity());
    data.put("startedAt", run.startedAt());
    data.put("state", Documents.word(run.state()));
    return data;
  }
}
