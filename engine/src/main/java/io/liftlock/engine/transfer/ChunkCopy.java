package io.liftlock.engine.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.TablePair;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings one chunk into the target, whatever is known of it: one that is not there is copied; one
 * that was read at an earlier point is read again, and stays where the source still holds the same
 * rows, else its range is deleted and copied in one transaction.
 */
final class ChunkCopy {

  private final Site site;
  private final Lane lane;

  ChunkCopy(Site site, Lane lane) {
    this.site = site;
    this.lane = lane;
  }

  void copy(Task.OfChunk task) {
    Insistence insistence = new Insistence(task);
    ChunkRecord done = null;
    boolean last;
    try {
      done = site.perseverance().insist(insistence::make, insistence::afterLoss);
    } finally {
      last = site.board().giveBack(task.table(), task.slot(), done);
    }
    if (last) {
      site.listener()
          .on(
              new TransferEvent.TableCopied(
                  site.database(),
                  task.table().pair().source(),
                  task.table().tally(),
                  task.table().durationMs()));
      if (site.board().isLoaded()) {
        site.phases().end(Phases.ROWS);
      }
    }
  }

  /** One chunk, tried until it is done. */
  private final class Insistence {

    private final Task.OfChunk task;
    private ChunkRecord record;
    private boolean unsure;

    Insistence(Task.OfChunk task) {
      this.task = task;
      this.record = task.slot().record();
    }

    ChunkRecord make() {
      site.board().goOn();
      if (unsure) {
        // The commit may have taken effect although nobody said so.
        refresh();
        unsure = false;
      }
      SharedPoint.Held held = site.point().current();
      ChunkRecord.Copied copied = record.copied();
      if (copied == null) {
        record = load(held, null);
      } else if (copied.snapshot() != held.number()) {
        record = again(held, copied);
      }
      return record;
    }

    void afterLoss() {
      lane.rest();
      site.point().look();
      unsure = true;
    }

    private void refresh() {
      CopyState state = Worker.state(site);
      site.board().refresh(state);
      state.chunks().stream()
          .filter(chunk -> chunk.table().equals(record.table()))
          .filter(chunk -> chunk.ordinal() == record.ordinal())
          .findFirst()
          .ifPresent(chunk -> record = chunk);
    }

    private ChunkRecord again(SharedPoint.Held held, ChunkRecord.Copied copied) {
      HashingSink sink = read(held, HashingSink.NOWHERE, site.throttle()::passed);
      if (sink.tally().rows() == copied.tally().rows() && sink.hash().equals(copied.hash())) {
        ChunkRecord confirmed = record.done(at(held, sink));
        site.ledger().confirm(site.copyId(), confirmed);
        return confirmed;
      }
      if (site.options().existing() == CopyOptions.IntoExisting.APPEND) {
        site.board().keepAsItIs(task.table(), task.slot());
        site.notices()
            .add(
                ErrorCode.COPY_UNFINISHED,
                record.table().qualified()
                    + " changed while the copy was interrupted; what was copied before stays, since"
                    + " rows that stood there already could be deleted with it",
                "compare both, and mend what differs by hand");
        return record;
      }
      new Resuspension(site).suspend(task.table().pair().target());
      site.progress().undo(List.of(record));
      return load(held, task.table().pair().inTarget(record.range()));
    }

    private ChunkRecord load(SharedPoint.Held held, @Nullable Range replaced) {
      TablePair pair = task.table().pair();
      RowLoad load =
          new RowLoad(pair.target(), pair.written(), pair.format(), replaced, site.options().nan());
      RowProgress.Running running = site.progress().running(record);
      boolean done = false;
      try (TableWriter.ChunkWrite write = lane.writer().begin(site.copyId(), load)) {
        HashingSink sink = read(held, write, valve(running));
        ChunkRecord copied = record.done(at(held, sink));
        write.commit(copied);
        done = true;
        Optional.ofNullable(site.rejects()).ifPresent(sink.misfits()::forEach);
        site.listener()
            .on(
                new TransferEvent.ChunkCopied(
                    site.database(),
                    record.chunk(),
                    Objects.requireNonNull(copied.copied()).tally()));
        return copied;
      } finally {
        if (done) {
          running.done();
        } else {
          running.undone();
        }
      }
    }

    private HashingSink.Valve valve(RowProgress.Running running) {
      return (bytes, rows) -> {
        site.board().goOn();
        running.passed(bytes, rows);
        site.throttle().passed(bytes, rows);
      };
    }

    private HashingSink read(SharedPoint.Held held, RowSink into, HashingSink.Valve valve) {
      TablePair pair = task.table().pair();
      HashingSink sink = new HashingSink(into, valve, site.rejects() != null);
      lane.reader(held)
          .read(new RowQuery(pair.source(), record.range(), pair.read(), pair.format()), sink);
      sink.tell();
      return sink;
    }

    private ChunkRecord.Copied at(SharedPoint.Held held, HashingSink sink) {
      return new ChunkRecord.Copied(sink.tally(), sink.hash(), held.number(), site.timing().now());
    }
  }
}
