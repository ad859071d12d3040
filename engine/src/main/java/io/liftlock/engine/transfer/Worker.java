package io.liftlock.engine.transfer;

import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import java.util.Optional;
import java.util.function.Supplier;

/** Does what the board hands out, over two connections, until there is nothing left. */
final class Worker implements Runnable {

  private final Site site;
  private final Board board;

  Worker(Site site) {
    this.site = site;
    this.board = site.board();
  }

  @Override
  public void run() {
    try (Lane lane = new Lane(site.target())) {
      ChunkCopy chunks = new ChunkCopy(site, lane);
      for (Optional<Task> task = board.take(); task.isPresent(); task = board.take()) {
        task.get().match(doing(lane, chunks));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      board.fail(e);
    } catch (RuntimeException | Error e) {
      board.fail(e);
    }
  }

  private Task.Cases doing(Lane lane, ChunkCopy chunks) {
    return new Task.Cases() {
      @Override
      public void chunk(Task.OfChunk task) {
        site.phases().begin(Phases.ROWS, 0);
        chunks.copy(task);
      }

      @Override
      public void table(Task.OfTable task) {
        boolean done = false;
        try {
          insist(lane, () -> new WholeTable(site, lane).lookAgain(task.table()));
          done = true;
        } finally {
          board.giveBack(task.table(), done);
        }
      }

      @Override
      public void restoration(Task.OfSuspension task) {
        restore(lane, task.record());
      }
    };
  }

  private void restore(Lane lane, SuspensionRecord record) {
    Suspension suspension = record.suspension();
    site.phases().begin(phase(suspension), 0);
    SuspensionRecord known = record;
    try {
      // What it needs to know stands in the ledger: the writer looks there for each statement.
      insist(
          lane,
          () -> {
            lane.writer().restore(site.copyId(), record, site.indexMemory());
            return true;
          });
      known = new SuspensionRecord(record.ordinal(), suspension, suspension.restoration().size());
    } finally {
      board.giveBack(known);
    }
    if (board.away(suspension.kind()).isEmpty()) {
      site.phases().end(phase(suspension));
    }
  }

  private static String phase(Suspension suspension) {
    return suspension.kind() == Suspension.Kind.INDEX ? Phases.INDEXES : Phases.KEYS;
  }

  private <T> T insist(Lane lane, Supplier<T> work) {
    return site.perseverance()
        .insist(
            work,
            () -> {
              board.goOn();
              lane.rest();
              site.point().look();
            });
  }

  /** What the ledger knows of this copy now. */
  static CopyState state(Site site) {
    return site.ledger()
        .unfinished()
        .filter(state -> state.run().id().equals(site.copyId()))
        .orElseThrow(() -> Endings.taken());
  }
}
