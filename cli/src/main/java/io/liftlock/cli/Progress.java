package io.liftlock.cli;

import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.report.Outcome;
import io.liftlock.runtime.observe.Narrator;
import io.liftlock.runtime.observe.TransferNarrator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Tells a run while it goes: a line for each finished migration and, where nobody watches, for each
 * table that was copied or compared; where a person watches, lines that change in place for what
 * takes longer than a second. Where a person watches a run of very many migrations, that line
 * stands for all.
 */
final class Progress implements Listener, AutoCloseable {

  private final Narrator narrator = new Narrator();
  private final TransferNarrator transferNarrator = new TransferNarrator();
  private final List<Problem> warnings = new CopyOnWriteArrayList<>();
  private final MigrationLines migrations;
  private final TransferLines transfers = new TransferLines(System::currentTimeMillis);
  private final LiveLines live;

  private Progress(Terminal terminal, boolean lines) {
    migrations =
        new MigrationLines(
            terminal.interactive() && terminal.resultWatched() && !terminal.verbose());
    live =
        new LiveLines(
            terminal,
            lines,
            () ->
                Stream.concat(migrations.picture().stream(), transfers.picture().stream())
                    .toList());
  }

  /** Progress for one run; its lines are left out where the result is a document. */
  static Progress on(Invocation invocation) {
    Terminal terminal = invocation.terminal();
    boolean lines = invocation.options().format == GlobalOptions.Format.text;
    return new Progress(terminal, lines);
  }

  /** What a person should know, told at the end. */
  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void on(Event event) {
    event.match(new Told());
  }

  @Override
  public void close() {
    live.close();
  }

  /** What is said of each event. */
  private final class Told implements Event.Cases<Boolean> {

    @Override
    public Boolean lockAwaited(Event.LockAwaited event) {
      live.note(event.database() + ": " + narrator.lockAwaited(event));
      return true;
    }

    @Override
    public Boolean lockAcquired(Event.LockAcquired event) {
      live.note(event.database() + ": " + narrator.lockAcquired(event));
      return true;
    }

    @Override
    public Boolean migrationStarted(Event.MigrationStarted event) {
      migrations.started(event);
      live.watch();
      return true;
    }

    @Override
    public Boolean stepFinished(Event.StepFinished event) {
      migrations.stepFinished(event);
      live.detail(event.database() + ": " + narrator.stepFinished(event));
      return true;
    }

    @Override
    public Boolean transactionRetried(Event.TransactionRetried event) {
      live.note(event.database() + ": " + narrator.transactionRetried(event));
      return true;
    }

    @Override
    public Boolean blockersSeen(Event.BlockersSeen event) {
      live.note(event.database() + ": " + narrator.blockersSeen(event));
      return true;
    }

    @Override
    public Boolean blockerEnded(Event.BlockerEnded event) {
      live.note(event.database() + ": " + narrator.blockerEnded(event));
      return true;
    }

    @Override
    public Boolean statementReconciled(Event.StatementReconciled event) {
      live.note(event.database() + ": " + narrator.statementReconciled(event));
      return true;
    }

    @Override
    public Boolean migrationFinished(Event.MigrationFinished event) {
      Outcome.Finished finished = event.finished();
      migrations.finished();
      if (migrations.isBrief()) {
        return true;
      }
      live.say(
          "%-9s  %-40s  %-10s %3d statement%s %6d ms"
              .formatted(
                  Narrator.verb(finished.planned()),
                  finished.planned().migration().title(),
                  finished.planned().database(),
                  finished.statements(),
                  finished.statements() == 1 ? " " : "s",
                  finished.durationMs()));
      return true;
    }

    @Override
    public Boolean tablesAnalyzed(Event.TablesAnalyzed event) {
      live.note(event.database() + ": " + narrator.tablesAnalyzed(event));
      return true;
    }

    @Override
    public Boolean warned(Event.Warned event) {
      warnings.add(event.problem());
      return true;
    }

    @Override
    public Boolean standstillForeseen(Event.StandstillForeseen event) {
      live.note(event.database() + ": " + narrator.standstillForeseen(event));
      return true;
    }

    @Override
    public Boolean transferred(TransferEvent event) {
      return event.matchTransfer(new TransferTold());
    }
  }

  /** What is said while rows are copied or compared. */
  private final class TransferTold implements TransferEvent.Transfers<Boolean> {

    @Override
    public Boolean snapshotTaken(TransferEvent.SnapshotTaken event) {
      live.note(transferNarrator.snapshotTaken(event));
      return true;
    }

    @Override
    public Boolean phaseStarted(TransferEvent.PhaseStarted event) {
      transfers.started(event);
      live.watch();
      return true;
    }

    @Override
    public Boolean phaseFinished(TransferEvent.PhaseFinished event) {
      transfers.finished(event);
      return unwatched(transferNarrator.phaseFinished(event));
    }

    @Override
    public Boolean progressed(TransferEvent.Progressed event) {
      transfers.progressed(event);
      return true;
    }

    @Override
    public Boolean chunkCopied(TransferEvent.ChunkCopied event) {
      live.detail(transferNarrator.chunkCopied(event));
      return true;
    }

    @Override
    public Boolean tableCopied(TransferEvent.TableCopied event) {
      transfers.ended(event.table());
      return unwatched(transferNarrator.tableCopied(event));
    }

    @Override
    public Boolean tableCompared(TransferEvent.TableCompared event) {
      transfers.ended(event.comparison().tableA());
      return unwatched(transferNarrator.tableCompared(event));
    }

    @Override
    public Boolean connectionRenewed(TransferEvent.ConnectionRenewed event) {
      live.note(event.database() + ": " + transferNarrator.connectionRenewed(event));
      return true;
    }

    @Override
    public Boolean slowedDown(TransferEvent.SlowedDown event) {
      return unwatched(event.database() + ": " + transferNarrator.slowedDown(event));
    }

    /** Told where no bar tells it. */
    private Boolean unwatched(String line) {
      if (!live.isLive()) {
        live.note(line);
      }
      return true;
    }
  }
}
