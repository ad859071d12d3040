package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Durations;
import io.liftlock.core.migration.Target;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.report.TraceReport;
import io.liftlock.core.report.TracedStatement;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.TracingRequest;
import io.liftlock.runtime.render.TraceDocument;
import io.liftlock.runtime.render.TraceTimeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sees what migrations do on a copy. */
@Command(
    name = "trace",
    header = "Run migrations on a copy, and see what they lock, read through and write anew.",
    description = {
      "The copy has the database's schema and some of its rows; it is made in a scratch database"
          + " and dropped. The database itself is only read. Exits with 1 when a statement fails,"
          + " or a lock that keeps readers or writers waiting is held for longer than the budget."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock trace                                 what is pending",
      "  liftlock trace migrations/014_add_email.sql --rows 100000 --svg locks.svg",
      "  liftlock trace --planted 10000 --with-load app.sql --load-sessions 8",
      "  liftlock trace --rows all --on embedded --budget 500ms",
    })
final class TraceCommand implements Verb {

  private static final int MOST_SESSIONS = 64;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files that run, in this order; default: what is pending.")
  List<Path> files = List.of();

  @Option(names = "--to", paramLabel = "ID", description = "Trace what is pending up to ID.")
  @Nullable String to;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Copy N rows of each table and what they refer to, or all, or none; default: 1000.")
  @Nullable String rows;

  @Option(
      names = "--planted",
      paramLabel = "N",
      description = "Make up N rows for each table instead.")
  @Nullable Integer planted;

  @Option(
      names = "--on",
      paramLabel = "WHERE",
      description = "embedded: copy to a PostgreSQL of liftlock's own, whatever the role may do.")
  @Nullable String on;

  @Option(
      names = "--with-load",
      paramLabel = "FILE",
      description = "Run the statements of FILE all the while, and tell how long they had to wait.")
  @Nullable Path load;

  @Option(
      names = "--load-sessions",
      paramLabel = "N",
      description = "How many sessions run them; default: 4.")
  int sessions = TracingRequest.DEFAULT_SESSIONS;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "How long others may be kept waiting; default: policy.lock-timeout, 2s.")
  @Nullable String budget;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Draw which lock was held when into FILE.")
  @Nullable Path svg;

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    List<TraceReport> reports = liftlock.tracing().trace(request(invocation, liftlock));
    for (TraceReport report : reports) {
      if (svg != null) {
        OutputFile.write(picture(invocation, report, reports.size()), TraceTimeline.of(report));
      }
    }
    List<Problem> problems = new ArrayList<>();
    reports.forEach(report -> problems(report, problems));
    boolean found =
        reports.stream().anyMatch(report -> !report.succeeded() || !report.overBudget().isEmpty());
    return Answer.of(
            terminal -> new TraceText(terminal).print(reports), () -> TraceDocument.of(reports))
        .exit(found ? ErrorKind.FOUND.exitCode() : 0)
        .problems(problems);
  }

  private TracingRequest request(Invocation invocation, Liftlock liftlock) {
    if (rows != null && planted != null) {
      throw usage("--rows and --planted exclude each other");
    }
    if (to != null && !files.isEmpty()) {
      throw usage("--to is about what is pending, and files are named");
    }
    if (on != null && !on.equals("embedded")) {
      throw usage("--on takes embedded, not " + on);
    }
    if (sessions < 1 || sessions > MOST_SESSIONS) {
      throw usage("--load-sessions takes a number from 1 to " + MOST_SESSIONS);
    }
    TracingRequest.Rows kind = TracingRequest.Rows.SOME;
    long count = TracingRequest.DEFAULT_ROWS;
    if (planted != null) {
      kind = TracingRequest.Rows.PLANTED;
      count = planted(planted);
    } else if (rows != null) {
      switch (rows) {
        case "all" -> kind = TracingRequest.Rows.ALL;
        case "none" -> kind = TracingRequest.Rows.NONE;
        default -> count = count(rows);
      }
    }
    return new TracingRequest(
        files.stream().map(file -> invocation.directory().resolve(file)).toList(),
        to == null ? new Target.Everything() : liftlock.target(to),
        kind,
        count,
        on == null ? TracingRequest.Place.ANY : TracingRequest.Place.EMBEDDED,
        Optional.ofNullable(load).map(file -> invocation.directory().resolve(file)),
        sessions,
        Optional.ofNullable(budget).map(TraceCommand::duration));
  }

  private static long planted(int count) {
    if (count < 1 || count > 1_000_000) {
      throw usage("--planted takes a number from 1 to 1000000");
    }
    return count;
  }

  private static long count(String text) {
    if (text.matches("[0-9]{1,12}") && Long.parseLong(text) > 0) {
      return Long.parseLong(text);
    }
    throw usage("--rows takes a number of at least 1, all or none, not " + text);
  }

  private static Duration duration(String text) {
    return Durations.parse(text)
        .orElseThrow(
            () -> usage("--budget takes a time with its unit, such as 500ms, not " + text));
  }

  private static UserError usage(String message) {
    return new UserError(Problem.error(ErrorCode.USAGE, message));
  }

  /** One picture for each database: {@code locks.svg}, or {@code locks-main.svg} and so on. */
  private Path picture(Invocation invocation, TraceReport report, int reports) {
    Path file = invocation.directory().resolve(String.valueOf(svg));
    if (reports == 1) {
      return file;
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String other =
        dot < 0
            ? name + "-" + report.database()
            : name.substring(0, dot) + "-" + report.database() + name.substring(dot);
    return file.resolveSibling(other);
  }

  private static void problems(TraceReport report, List<Problem> problems) {
    for (TracedStatement statement : report.statements()) {
      StatementTrace trace = statement.trace();
      trace
          .failure()
          .ifPresent(
              problem ->
                  problems.add(
                      Problem.error(
                              ErrorCode.TRACE_FOUND, "on the copy it fails: " + problem.message())
                          .at(problem.place() == null ? trace.place() : problem.place())
                          .action(problem.action())));
    }
    for (TraceReport.OverBudget over : report.overBudget()) {
      problems.add(
          Problem.error(
                  ErrorCode.TRACE_FOUND,
                  "%s on %s was held for %s; the budget is %s"
                      .formatted(
                          over.lock().mode().sql(),
                          over.lock().relation(),
                          TraceText.time(over.lock().heldMs()),
                          TraceText.time(report.budgetMs())))
              .at(over.statement().trace().place())
              .action(
                  "liftlock lint "
                      + over.statement().trace().place().file()
                      + "  says how to do it while others go on"));
    }
    problems.addAll(report.notices());
  }
}
