package io.liftlock.runtime.render;

import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.report.TraceReport;
import io.liftlock.core.report.TracedStatement;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which lock was held when, as a picture: a lane for each relation, a bar for each lock, its colour
 * by whom it keeps waiting. Plain SVG that needs nothing else, in light and in dark.
 */
public final class TraceTimeline {

  private static final int WIDTH = 1000;
  private static final int LABELS = 260;
  private static final int RIGHT = 24;
  private static final int LANE = 24;
  private static final int TOP = 64;
  private static final int LETTER = 7;

  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      svg { font: 12px system-ui, sans-serif; background: #ffffff; }
      text { fill: #1f2328; } .faint { fill: #656d76; } .title { font-size: 15px; font-weight: 600; }
      .lane { stroke: #8884; } .edge { stroke: #8886; stroke-dasharray: 2 3; }
      .statement { fill: #8882; }
      .all { fill: #c43b3b; } .writes { fill: #d98a1f; } .none { fill: #3b82c4; }
      .over { stroke: #7a0000; stroke-width: 2; }
      @media (prefers-color-scheme: dark) {
        svg { background: #0d1117; } text { fill: #e6edf3; } .faint { fill: #8d96a0; }
        .all { fill: #f0616d; } .writes { fill: #e3a43b; } .none { fill: #58a6ff; }
        .over { stroke: #ffd7d5; }
      }
      """;

  private final TraceReport report;
  private final long begin;
  private final double scale;
  private final long end;
  private final StringBuilder svg = new StringBuilder();

  private TraceTimeline(TraceReport report) {
    this.report = report;
    this.begin =
        report.statements().stream().mapToLong(each -> each.trace().startMs()).min().orElse(0);
    this.end = Math.max(begin + 1, last(report));
    this.scale = (double) (WIDTH - LABELS - RIGHT) / (end - begin);
  }

  private static long last(TraceReport report) {
    long last = 0;
    for (TracedStatement each : report.statements()) {
      StatementTrace trace = each.trace();
      last = Math.max(last, trace.startMs() + trace.durationMs());
      for (ObservedLock lock : trace.locks()) {
        last = Math.max(last, lock.fromMs() + lock.heldMs());
      }
    }
    return last;
  }

  /** The picture. */
  public static String of(TraceReport report) {
    return new TraceTimeline(report).draw();
  }

  private record Bar(TracedStatement statement, ObservedLock lock) {}

  private String draw() {
    Map<RelationName, List<Bar>> lanes = new TreeMap<>();
    for (TracedStatement statement : report.statements()) {
      for (ObservedLock lock : statement.trace().locks()) {
        lanes
            .computeIfAbsent(lock.relation(), any -> new ArrayList<>())
            .add(new Bar(statement, lock));
      }
    }
    int statements = report.statements().size();
    int lanesTop = TOP + LANE;
    int lanesEnd = lanesTop + Math.max(1, lanes.size()) * LANE;
    int height = lanesEnd + 60 + statements * 18 + 16;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\">%n",
            WIDTH,
            height,
            WIDTH,
            height));
    svg.append("<style>\n").append(STYLE).append("</style>\n");
    svg.append("<title>").append(escaped(title())).append("</title>\n");
    text(16, 24, "title", title());
    text(16, 42, "faint", subtitle());
    legend();
    axis(lanesEnd);
    statementBars(lanesEnd);
    int y = lanesTop;
    if (lanes.isEmpty()) {
      text(16, y + 16, "faint", "no lock on a relation that was there before");
    }
    for (Map.Entry<RelationName, List<Bar>> lane : lanes.entrySet()) {
      lane(lane.getKey(), lane.getValue(), y);
      y += LANE;
    }
    list(lanesEnd + 52);
    return svg.append("</svg>\n").toString();
  }

  private String title() {
    return "Locks held on " + report.database();
  }

  private String subtitle() {
    return "%s, %s, %,d rows (%s); budget %s"
        .formatted(
            report.server(),
            report.copy().where(),
            report.copy().total(),
            report.copy().rows(),
            time(report.budgetMs()));
  }

  private void legend() {
    String[] words = {
      "readers and writers wait", "writers wait", "neither waits", "longer than the budget"
    };
    String[] styles = {"all", "writes", "none", "all over"};
    int x = LABELS;
    for (int i = 0; i < words.length; i++) {
      rect(x, 50, 12, 10, styles[i], "");
      text(x + 18, 59, "faint", words[i]);
      x += 36 + words[i].length() * 6;
    }
  }

  private void axis(int bottom) {
    long step = step();
    for (long at = 0; at <= end - begin; at += step) {
      double x = x(begin + at);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"edge\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n",
              x,
              TOP + LANE,
              x,
              bottom));
      text(x, bottom + 16, "faint", time(at));
    }
  }

  /** A round step of which about eight fit. */
  private long step() {
    double wanted = (end - begin) / 8.0;
    long step = 1;
    for (int i = 0; step < wanted; i++) {
      step = i % 3 == 0 ? step * 2 : i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
  }

  private void statementBars(int bottom) {
    text(16, TOP + 16, "faint", "statements");
    int number = 1;
    for (TracedStatement each : report.statements()) {
      StatementTrace trace = each.trace();
      double width = Math.max(2, trace.durationMs() * scale);
      rect(x(trace.startMs()), TOP + 3, width, LANE - 6, "statement", trace.statement());
      if (width > 14) {
        text(x(trace.startMs()) + 3, TOP + 16, "faint", String.valueOf(number));
      }
      number++;
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"lane\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
            LABELS,
            bottom,
            WIDTH - RIGHT,
            bottom));
  }

  private void lane(RelationName relation, List<Bar> bars, int y) {
    String name = relation.toString();
    int most = (LABELS - 24) / LETTER;
    text(16, y + 16, "", name.length() <= most ? name : "…" + name.substring(name.length() - most));
    bars.sort(Comparator.comparing(bar -> bar.lock().mode()));
    for (Bar bar : bars) {
      ObservedLock lock = bar.lock();
      boolean over = lock.mode().blocksWrites() && lock.heldMs() > report.budgetMs();
      rect(
          x(lock.fromMs()),
          y + 4,
          Math.max(2, lock.heldMs() * scale),
          LANE - 8,
          style(lock.mode()) + (over ? " over" : ""),
          "%s on %s, held %s, by %s: %s"
              .formatted(
                  lock.mode().sql(),
                  relation,
                  time(lock.heldMs()),
                  bar.statement().trace().place(),
                  bar.statement().trace().statement()));
    }
  }

  private void list(int y) {
    int number = 1;
    for (TracedStatement each : report.statements()) {
      StatementTrace trace = each.trace();
      String line =
          "%d  %s  %s%s"
              .formatted(
                  number,
                  time(trace.durationMs()),
                  trace.statement(),
                  trace.sqlState().map(state -> "  FAILED " + state).orElse(""));
      text(
          16, y + number * 18 - 18, "", line.length() <= 130 ? line : line.substring(0, 129) + "…");
      number++;
    }
  }

  private static String style(LockMode mode) {
    if (mode.blocksReads()) {
      return "all";
    }
    return mode.blocksWrites() ? "writes" : "none";
  }

  private double x(long ms) {
    return LABELS + (ms - begin) * scale;
  }

  private void rect(double x, double y, double width, double height, String style, String title) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"",
            style,
            x,
            y,
            width,
            height));
    if (title.isEmpty()) {
      svg.append("/>\n");
    } else {
      svg.append("><title>").append(escaped(title)).append("</title></rect>\n");
    }
  }

  private void text(double x, double y, String style, String content) {
    svg.append(
        String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", style, x, y));
    svg.append(escaped(content)).append("</text>\n");
  }

  /** XML knows no other control signs than these; a statement may hold any. */
  private static String escaped(String content) {
    return Html.escaped(content.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", " "));
  }

  /** {@code 12 ms}, {@code 1.2 s}. */
  static String time(long ms) {
    return ms < 1000 ? ms + " ms" : String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
  }
}
