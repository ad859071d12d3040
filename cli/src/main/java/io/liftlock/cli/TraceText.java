package io.liftlock.cli;

import io.liftlock.core.report.LoadTrace;
import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.report.TraceReport;
import io.liftlock.core.report.TracedStatement;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.transfer.ByteSize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows what statements did on a copy: what each of them did, and which lock was held when. */
final class TraceText {

  private static final int BAR = 48;
  private static final int NAME = 40;

  private final Terminal terminal;

  TraceText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(List<TraceReport> reports) {
    if (reports.isEmpty()) {
      terminal.say("nothing to trace");
    }
    reports.forEach(this::print);
  }

  private void print(TraceReport report) {
    terminal.say(
        "%s: traced on %s %s, %s (%s)"
            .formatted(
                report.database(),
                report.server(),
                report.copy().where(),
                Amounts.rows(report.copy().total()),
                report.copy().rows()));
    report.copy().leftOut().forEach(left -> terminal.say(dim("  not copied: " + left)));
    int transaction = -1;
    for (TracedStatement statement : report.statements()) {
      if (statement.transaction() != transaction || transaction == 0) {
        transaction = statement.transaction();
        terminal.say("");
        terminal.say(
            dim(transaction == 0 ? "-- outside any transaction" : "-- transaction " + transaction));
      }
      print(report, statement);
    }
    timeline(report);
    load(report.load());
  }

  private void print(TraceReport report, TracedStatement statement) {
    StatementTrace trace = statement.trace();
    terminal.say(terminal.paint(Style.CYAN, trace.place().toString()) + "  " + trace.statement());
    Table table = new Table("", "", "", "");
    for (ObservedLock lock : trace.locks()) {
      boolean over = lock.mode().blocksWrites() && lock.heldMs() > report.budgetMs();
      table.row(
          new Table.Cell(lock.mode().sql(), style(lock.mode())),
          new Table.Cell(lock.relation().toString(), Style.PLAIN),
          new Table.Cell("held " + time(lock.heldMs()), over ? Style.RED : Style.PLAIN),
          new Table.Cell(waits(lock.mode()) + (over ? ", over the budget" : ""), Style.DIM));
    }
    table.printRows(terminal, "  ");
    List<String> did = new ArrayList<>();
    names("reads through ", trace.scanned(), did);
    names("writes anew ", trace.rewritten(), did);
    if (trace.rows() >= 0) {
      did.add(Amounts.rows(trace.rows()));
    }
    if (trace.walBytes() > 0) {
      did.add(ByteSize.text(trace.walBytes()) + " WAL");
    }
    did.add(time(trace.durationMs()));
    terminal.say("  " + String.join("; ", did));
    trace
        .failure()
        .ifPresent(problem -> terminal.say("  " + terminal.paint(Style.RED, problem.message())));
    statement
        .surprises()
        .forEach(surprise -> terminal.say("  " + terminal.paint(Style.YELLOW, surprise)));
  }

  private static void names(String verb, Collection<RelationName> names, List<String> did) {
    if (!names.isEmpty()) {
      did.add(verb + names.stream().map(RelationName::toString).collect(Collectors.joining(", ")));
    }
  }

  /** A line for each relation that was locked, with its strongest lock at each moment. */
  private void timeline(TraceReport report) {
    Map<RelationName, List<ObservedLock>> lanes = new TreeMap<>();
    long begin = Long.MAX_VALUE;
    long end = 0;
    for (TracedStatement statement : report.statements()) {
      begin = Math.min(begin, statement.trace().startMs());
      end = Math.max(end, statement.trace().startMs() + statement.trace().durationMs());
      for (ObservedLock lock : statement.trace().locks()) {
        end = Math.max(end, lock.fromMs() + lock.heldMs());
        lanes.computeIfAbsent(lock.relation(), any -> new ArrayList<>()).add(lock);
      }
    }
    if (lanes.isEmpty()) {
      return;
    }
    int width =
        Math.min(
            NAME,
            lanes.keySet().stream().mapToInt(name -> name.toString().length()).max().orElse(0));
    String took = time(end - begin);
    terminal.say("");
    terminal.say(
        dim(" ".repeat(width + 2) + "0" + " ".repeat(Math.max(1, BAR - 1 - took.length())) + took));
    for (Map.Entry<RelationName, List<ObservedLock>> lane : lanes.entrySet()) {
      String name = lane.getKey().toString();
      String shown =
          name.length() <= width ? name : "…" + name.substring(name.length() - width + 1);
      terminal.say(
          shown
              + " ".repeat(width - shown.length() + 2)
              + bars(lane.getValue(), begin, Math.max(1, end - begin)));
    }
    terminal.say(dim("█ readers and writers wait   ▓ writers wait   ░ neither waits"));
  }

  private String bars(List<ObservedLock> locks, long begin, long length) {
    LockMode[] cells = new LockMode[BAR];
    for (ObservedLock lock : locks) {
      int from = (int) Math.min(BAR - 1L, (lock.fromMs() - begin) * BAR / length);
      int to = (int) Math.min(BAR, (lock.fromMs() + lock.heldMs() - begin) * BAR / length);
      for (int i = Math.max(0, from); i < Math.max(from + 1, to); i++) {
        cells[i] = cells[i] == null ? lock.mode() : cells[i].or(lock.mode());
      }
    }
    StringBuilder line = new StringBuilder();
    for (LockMode cell : cells) {
      line.append(cell == null ? " " : terminal.paint(style(cell), sign(cell)));
    }
    return line.toString();
  }

  private void load(List<LoadTrace> load) {
    if (load.isEmpty()) {
      return;
    }
    Table table = new Table("meanwhile", "runs", "median", "longest", "failed");
    table.numbers("runs", "median", "longest", "failed");
    for (LoadTrace each : load) {
      table.row(
          each.place() + "  " + each.statement(),
          Amounts.count(each.runs()),
          precise(each.medianMs()),
          precise(each.longestMs()),
          Amounts.count(each.failures()));
    }
    terminal.say("");
    table.print(terminal);
  }

  private String dim(String text) {
    return terminal.paint(Style.DIM, text);
  }

  private static String waits(LockMode mode) {
    if (mode.blocksReads()) {
      return "readers and writers wait";
    }
    return mode.blocksWrites() ? "writers wait" : "";
  }

  private static Style style(LockMode mode) {
    if (mode.blocksReads()) {
      return Style.RED;
    }
    return mode.blocksWrites() ? Style.YELLOW : Style.GREEN;
  }

  private static String sign(LockMode mode) {
    if (mode.blocksReads()) {
      return "█";
    }
    return mode.blocksWrites() ? "▓" : "░";
  }

  private static String precise(double ms) {
    return ms < 1000
        ? String.format(Locale.ROOT, "%.1f ms", ms)
        : String.format(Locale.ROOT, "%.1f s", ms / 1000);
  }

  /** {@code 12 ms}, {@code 1.2 s}. */
  static String time(long ms) {
    return ms < 1000 ? ms + " ms" : String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
  }
}
