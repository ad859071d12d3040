package io.liftlock.cli;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.Deviation;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.runtime.DriftMigration;
import io.liftlock.runtime.DriftReport;
import io.liftlock.runtime.render.DiffDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How databases differ from what they should be, for people and as a document. */
final class DriftText {

  private DriftText() {}

  /** What a command says of them: exit code 1 where anything differs. */
  static Answer answer(List<DriftReport> reports) {
    return answer(reports, List.of());
  }

  /** The same, with what was written about them. */
  static Answer answer(List<DriftReport> reports, List<DriftMigration> written) {
    boolean none = reports.stream().allMatch(report -> report.drift().isNone());
    return Answer.of(
            terminal -> {
              reports.forEach(report -> print(terminal, report));
              written.forEach(migration -> print(terminal, migration));
            },
            () -> document(reports, written))
        .exit(none ? 0 : ErrorKind.FOUND.exitCode());
  }

  /** A comparison that could not be made is never one that found nothing. */
  static Answer notMade(LiftlockException e) {
    List<Problem> problems = new ArrayList<>(e.problems());
    problems.add(Problem.error(ErrorCode.CHECK_FOUND, "the comparison could not be made"));
    return Answer.of(terminal -> {}, () -> null)
        .exit(ErrorKind.FOUND.exitCode())
        .problems(problems);
  }

  private static void print(Terminal terminal, DriftReport report) {
    Map<Change, String> remarks = new HashMap<>();
    for (Deviation deviation : report.drift().deviations()) {
      deviation
          .touchedBy()
          .ifPresent(
              migration ->
                  remarks.put(
                      deviation.change(),
                      "  " + terminal.paint(Style.DIM, "last touched by " + migration.title())));
    }
    String head = terminal.paint(Style.BOLD, report.database());
    if (report.drift().isNone()) {
      terminal.say(head + "  " + report.expected());
    } else {
      terminal.say(head + "  is not " + report.expected());
      DiffText.remarked(terminal, report.drift().diff(), remarks);
    }
    report
        .drift()
        .ignored()
        .forEach(
            (change, rule) ->
                terminal.note("ignored: %s (%s)".formatted(change.object(), rule.because())));
    SchemaText.notModelled(terminal, report.notModelled());
  }

  private static void print(Terminal terminal, DriftMigration migration) {
    migration.files().forEach(file -> terminal.say("wrote  " + file));
    if (!migration.files().isEmpty()) {
      terminal.note(
          "not proven; where the change is there already, mark it as applied once everything before"
              + " it is:  liftlock stamp ID");
    }
    migration
        .left()
        .forEach(loss -> terminal.note("left out, since it would lose data: --allow " + loss));
  }

  private static Map<String, @Nullable Object> document(
      List<DriftReport> reports, List<DriftMigration> written) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("changes", reports.stream().flatMap(report -> changes(report).stream()).toList());
    data.put("sql", reports.stream().map(DriftReport::sql).collect(Collectors.joining()));
    data.put("undo", reports.stream().map(DriftReport::undo).collect(Collectors.joining()));
    data.put(
        "notModelled",
        DiffDocument.notModelled(
            reports.stream().flatMap(report -> report.notModelled().stream()).toList()));
    data.put("databases", reports.stream().map(DriftText::document).toList());
    data.put("files", written.stream().flatMap(migration -> migration.files().stream()).toList());
    data.put(
        "leftOut",
        written.stream()
            .flatMap(migration -> migration.left().stream().map(Loss::toString))
            .toList());
    return data;
  }

  /** From what should be to what is; the loss is that of undoing it. */
  private static List<Map<String, @Nullable Object>> changes(DriftReport report) {
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    Map<Change, Loss> losses = report.losses();
    for (Deviation deviation : report.drift().deviations()) {
      Map<String, @Nullable Object> change =
          DiffDocument.change(deviation.change(), losses.get(deviation.change()));
      change.put("database", report.database());
      change.put("touchedBy", deviation.touchedBy().map(Migration::title).orElse(null));
      changes.add(change);
    }
    return changes;
  }

  private static Map<String, @Nullable Object> document(DriftReport report) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", report.database());
    data.put("snapshot", report.snapshot().map(DriftText::document).orElse(null));
    data.put("differences", changes(report));
    data.put(
        "reordered", report.drift().diff().reordered().stream().map(ObjectId::qualified).toList());
    List<Map<String, @Nullable Object>> ignored = new ArrayList<>();
    report
        .drift()
        .ignored()
        .forEach(
            (change, rule) -> {
              Map<String, @Nullable Object> one = new LinkedHashMap<>();
              one.put("kind", DiffDocument.kind(change));
              one.put("object", change.object().qualified());
              one.put("pattern", rule.pattern().toString());
              one.put("because", rule.because());
              ignored.add(one);
            });
    data.put("ignored", ignored);
    data.put("notModelled", DiffDocument.notModelled(report.notModelled()));
    return data;
  }

  private static Map<String, @Nullable Object> document(Snapshot snapshot) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("takenAt", snapshot.takenAt());
    data.put("migration", snapshot.migration());
    data.put("fingerprint", snapshot.fingerprint());
    data.put("toolVersion", snapshot.toolVersion());
    return data;
  }
}
