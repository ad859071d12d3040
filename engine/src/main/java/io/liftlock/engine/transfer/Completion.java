package io.liftlock.engine.transfer;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.engine.run.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the workers do everything, and does what must stand behind it, in order. */
final class Completion {

  private final Site site;
  private final Database source;
  private final Database target;
  private final Preparation known;
  private final CopyState begun;
  private final Timing timing;

  /**
   * @param begun what the ledger knew when this process began
   */
  Completion(
      Site site,
      Database source,
      Database target,
      Preparation known,
      CopyState begun,
      Timing timing) {
    this.site = site;
    this.source = source;
    this.target = target;
    this.known = known;
    this.begun = begun;
    this.timing = timing;
  }

  CopyReport complete() {
    work();
    try (Lane lane = new Lane(site.target())) {
      finish(lane);
      Optional<RowComparison> verified = verify();
      for (SuspensionRecord trigger : site.board().away(Suspension.Kind.TRIGGER)) {
        insist(lane, () -> restored(lane, trigger));
      }
      Schema schema = insist(lane, () -> target.inspector().inspect());
      if (!schema.fingerprint().equals(begun.run().schemaFingerprint())) {
        throw Admission.schemaDiffers();
      }
      insist(
          lane,
          () -> {
            site.ledger().state(site.copyId(), CopyRun.State.DONE);
            return true;
          });
      return report(verified);
    }
  }

  private void work() {
    Workers workers = new Workers(site, known.jobs());
    if (known.tiny()) {
      try (SourceWatch watch = SourceWatch.begin(site, source.rowSource(), source.name())) {
        Objects.requireNonNull(watch);
        workers.work();
      }
    } else {
      workers.work();
    }
    site.phases().end(Phases.ROWS);
    site.phases().end(Phases.INDEXES);
    site.phases().end(Phases.KEYS);
  }

  private boolean restored(Lane lane, SuspensionRecord trigger) {
    lane.writer().restore(site.copyId(), trigger, 0);
    return true;
  }

  private void finish(Lane lane) {
    Schema schema = insist(lane, () -> target.inspector().inspect());
    site.phases()
        .during(
            Phases.FINISH,
            0,
            () ->
                insist(
                    lane, () -> new Finishing(site, known, source.dialect(), schema).finish(lane)));
    // The comparison has as many readers as there are.
    lane.dropReader();
  }

  private Optional<RowComparison> verify() {
    if (!site.options().verify()) {
      return Optional.empty();
    }
    if (begun.run().appends()) {
      site.notices()
          .add(
              ErrorCode.TABLE_NOT_COMPARED,
              "nothing was compared: the target keeps rows of its own beside the source's",
              null);
      return Optional.empty();
    }
    Instant begin = timing.now();
    RowComparison compared = new Verification(site, target, known, timing).verify(this::work);
    site.phases().took(Phases.COMPARE, begin);
    return Optional.of(compared);
  }

  private <T> T insist(Lane lane, Supplier<T> work) {
    return site.perseverance().insist(work, lane::rest);
  }

  private CopyReport report(Optional<RowComparison> verified) {
    CopyState end =
        site.ledger().last().filter(state -> state.run().id().equals(site.copyId())).orElse(begun);
    boolean proven = verified.filter(RowComparison::isEqual).isPresent();
    boolean consistent = site.board().isConsistent() || proven;
    if (!consistent) {
      site.notices()
          .add(
              ErrorCode.CONSISTENCY_WEAK,
              "not all rows were read at one instant, since the source's connection was lost, and"
                  + " not all of them were seen again at the last one",
              "compare both once more while nobody writes, or copy again with `--restart`");
    }
    List<CopyReport.CopiedTable> tables =
        site.board().tables().stream()
            .map(
                table ->
                    new CopyReport.CopiedTable(
                        table.pair().source(),
                        table.pair().target(),
                        table.tally(),
                        table.records().size(),
                        table.durationMs()))
            .toList();
    return new CopyReport(
        begun.run().in(CopyRun.State.DONE),
        tables,
        known.omissions(),
        site.phases().report(),
        end.snapshots(),
        consistent,
        (int) begun.chunks().stream().filter(ChunkRecord::isDone).count(),
        verified,
        site.notices().all());
  }
}
