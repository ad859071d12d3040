package io.liftlock.runtime.observe;

import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.transfer.ByteSize;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.Tally;
import java.util.Set;

/**
 * Tells what happens while rows are copied or compared, each in one line of plain text; never a key
 * or a value. How work goes on, which is told several times a second, is an empty line.
 */
public final class TransferNarrator implements TransferEvent.Transfers<String> {

  /** Phases whose units are bytes. */
  private static final Set<String> IN_BYTES = Set.of("rows", "compare");

  @Override
  public String snapshotTaken(TransferEvent.SnapshotTaken event) {
    Consistency consistency = event.snapshot().consistency();
    String what =
        switch (consistency.degree()) {
          case SHARED -> "every reader sees one instant";
          case SINGLE -> "one reader sees one instant";
          case NONE -> "each statement sees an instant of its own";
        };
    return "read point %d%s, taken at %s: %s%s"
        .formatted(
            event.snapshot().number(),
            inParentheses(event.snapshot().id()),
            event.snapshot().at(),
            what,
            consistency.because().isEmpty() ? "" : ", because " + consistency.because());
  }

  private static String inParentheses(String id) {
    return id.isEmpty() ? "" : " (" + id + ")";
  }

  @Override
  public String phaseStarted(TransferEvent.PhaseStarted event) {
    return event.phase() + ": begins" + units(event);
  }

  private static String units(TransferEvent.PhaseStarted event) {
    if (event.units() <= 0) {
      return "";
    }
    return IN_BYTES.contains(event.phase())
        ? ", about " + ByteSize.text(event.units())
        : ", " + event.units() + " to do";
  }

  @Override
  public String phaseFinished(TransferEvent.PhaseFinished event) {
    return event.phase() + ": done in " + seconds(event.durationMs());
  }

  @Override
  public String progressed(TransferEvent.Progressed event) {
    return "";
  }

  @Override
  public String chunkCopied(TransferEvent.ChunkCopied event) {
    return "part %d of %s is in the target: %s"
        .formatted(
            event.chunk().ordinal() + 1, event.chunk().table().qualified(), amount(event.tally()));
  }

  @Override
  public String tableCopied(TransferEvent.TableCopied event) {
    return "%s copied: %s in %s"
        .formatted(event.table().qualified(), amount(event.tally()), seconds(event.durationMs()));
  }

  @Override
  public String tableCompared(TransferEvent.TableCompared event) {
    TableComparison table = event.comparison();
    return "%s compared in %s: %s"
        .formatted(table.tableA().qualified(), seconds(table.durationMs()), state(table));
  }

  private static String state(TableComparison table) {
    String counts =
        table.rowsA() == table.rowsB()
            ? rows(table.rowsA())
            : rows(table.rowsA()) + " in A, " + rows(table.rowsB()) + " in B";
    String word = table.rowsA() < 0 ? table.state().word() : table.state().word() + ", " + counts;
    return table.problem() == null ? word : word + "; " + table.problem().message();
  }

  @Override
  public String connectionRenewed(TransferEvent.ConnectionRenewed event) {
    return "the connection broke, and there is another one (try %d): %s"
        .formatted(event.attempt(), event.lost().message());
  }

  @Override
  public String slowedDown(TransferEvent.SlowedDown event) {
    return "the source answers in %d ms, so at most %s/s are read from now on"
        .formatted(event.responseMillis(), ByteSize.text(event.bytesPerSecond()));
  }

  private static String amount(Tally tally) {
    return rows(tally.rows()) + ", " + ByteSize.text(tally.bytes());
  }

  private static String rows(long rows) {
    return rows == 1 ? "1 row" : "%,d rows".formatted(rows);
  }

  private static String seconds(long ms) {
    return "%.2f s".formatted(ms / 1000.0);
  }
}
