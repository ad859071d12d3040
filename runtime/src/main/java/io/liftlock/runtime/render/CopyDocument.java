package io.liftlock.runtime.render;

import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.runtime.transfer.CopyPreview;
import io.liftlock.runtime.transfer.CopyResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a copy did, as a document. The names of its fields are public API. */
public final class CopyDocument {

  private CopyDocument() {}

  /** The whole; what was noticed is told among the problems of the whole document. */
  public static Map<String, @Nullable Object> of(CopyResult result) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("from", EndDocument.of(result.from()));
    data.put("to", EndDocument.of(result.to()));
    result.report().ifPresent(report -> data.putAll(of(report)));
    data.put("omissions", result.omissions().stream().map(CopyDocument::omission).toList());
    data.put("typeChoices", result.types().stream().map(CopyDocument::type).toList());
    data.put("migratedBefore", migrated(result.before()));
    data.put("migratedAfter", migrated(result.after()));
    return data;
  }

  /** What it would do. */
  public static Map<String, @Nullable Object> of(CopyPreview preview) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("from", EndDocument.of(preview.from()));
    data.put("to", EndDocument.of(preview.to()));
    data.put("tables", preview.tables().stream().map(CopyDocument::planned).toList());
    data.put("omissions", preview.omissions().stream().map(CopyDocument::omission).toList());
    data.put("typeChoices", preview.types().stream().map(CopyDocument::type).toList());
    data.put("jobs", preview.jobs());
    data.put("profile", Documents.word(preview.profile()));
    data.put("chunkBytes", preview.chunkBytes());
    Map<String, @Nullable Object> space = new LinkedHashMap<>();
    space.put("rows", preview.space().rows());
    space.put("indexes", preview.space().indexes());
    space.put("log", preview.space().log());
    data.put("space", space);
    return data;
  }

  private static Map<String, @Nullable Object> planned(CopyPreview.PlannedTable table) {
    TablePair pair = table.pair();
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("table", pair.source().qualified());
    data.put("target", pair.target().qualified());
    data.put("rows", table.rows() < 0 ? null : table.rows());
    data.put("bytes", table.bytes());
    data.put("parts", table.parts());
    data.put("key", pair.key());
    data.put("format", Documents.word(pair.format()));
    List<Map<String, @Nullable Object>> columns = new ArrayList<>();
    for (ColumnPair column : pair.columns()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("from", column.source());
      one.put("to", column.target());
      one.put("fromType", column.sourceType());
      one.put("toType", column.targetType());
      columns.add(one);
    }
    data.put("columns", columns);
    return data;
  }

  private static Map<String, @Nullable Object> type(CopyResult.TypeChosen type) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("column", type.column().qualified());
    data.put("from", type.from());
    data.put("to", type.to());
    data.put("because", type.because());
    return data;
  }

  private static List<String> migrated(Optional<Outcome> outcome) {
    return outcome
        .map(
            known ->
                known.finished().stream()
                    .map(finished -> finished.planned().migration().id().toString())
                    .toList())
        .orElse(List.of());
  }

  private static Map<String, @Nullable Object> of(CopyReport report) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("tables", report.tables().stream().map(CopyDocument::table).toList());
    data.put("rows", report.total().rows());
    data.put("bytes", report.total().bytes());
    data.put("phases", report.phases().stream().map(CopyDocument::phase).toList());
    data.put("verified", report.verified().map(RowComparison::isEqual).orElse(false));
    data.put(
        "comparison",
        report
            .verified()
            .map(rows -> RowComparisonDocument.of(rows, RowComparisonDocument.Values.HIDDEN))
            .orElse(null));
    data.put("consistent", report.consistent());
    data.put("snapshots", report.snapshots().stream().map(CopyDocument::snapshot).toList());
    data.put("resumed", report.resumed());
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

  /** Something of the source that is left out. */
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
