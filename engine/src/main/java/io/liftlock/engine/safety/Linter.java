package io.liftlock.engine.safety;

import io.liftlock.core.database.Facts;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.Reading;
import io.liftlock.engine.safety.outline.Outline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Walks through scripts in the order of their history, keeps what is known of the schema on the
 * way, and asks every rule about every command at its moment. Pure: it needs no database.
 */
public final class Linter {

  private final SqlParser parser;
  private final Map<Rule, Severity> rules;
  private final LockForecast forecasts;
  private final int major;
  private final Facts facts;

  /**
   * @param parser reads the statements
   * @param rules the rules to ask, each with how bad its findings are
   * @param major the server's major version; of SQLite 3
   * @param facts what is known of the database in use
   */
  public Linter(SqlParser parser, Map<Rule, Severity> rules, int major, Facts facts) {
    this.parser = parser;
    this.rules = Map.copyOf(rules);
    this.forecasts = new LockForecast(major);
    this.major = major;
    this.facts = facts;
  }

  /**
   * Looks at scripts.
   *
   * @param scripts in the order in which they run
   * @param start the schema before the first of them
   */
  public LintReport lint(List<LintedScript> scripts, Outline start) {
    return walk(scripts, new Walk(start, FreshRelations::new));
  }

  /**
   * Looks at scripts that are about to run one behind the other: what the first of them makes is
   * nobody's yet while the last one runs.
   *
   * @param scripts in the order in which they run
   * @param start the schema before the first of them
   */
  public LintReport lintOneRun(List<LintedScript> scripts, Outline start) {
    FreshRelations shared = new FreshRelations();
    return walk(scripts, new Walk(start, () -> shared));
  }

  private static LintReport walk(List<LintedScript> scripts, Walk walk) {
    scripts.forEach(walk::through);
    return new LintReport(walk.findings, walk.notAnalysed, walk.seen);
  }

  /**
   * The schema behind scripts.
   *
   * @param scripts in the order in which they run
   * @param start the schema before the first of them
   */
  public Outline follow(List<LintedScript> scripts, Outline start) {
    Walk walk = new Walk(start, FreshRelations::new);
    scripts.forEach(walk::pass);
    return walk.outline;
  }

  /** One walk through all scripts. */
  private final class Walk {

    private final List<Finding> findings = new ArrayList<>();
    private final List<NotAnalysed> notAnalysed = new ArrayList<>();
    private final Map<Statement, Forecast> seen = new HashMap<>();
    private final Supplier<FreshRelations> freshRelations;
    private Outline outline;

    Walk(Outline start, Supplier<FreshRelations> freshRelations) {
      this.outline = start;
      this.freshRelations = freshRelations;
    }

    void through(LintedScript linted) {
      if (!linted.asked()) {
        pass(linted);
        return;
      }
      outline = outline.inNewSession();
      Outline before = outline;
      Passage passage = new Passage(linted);
      List<Found> found = passage.go();
      Whole whole =
          new Whole(
              linted.script(), linted.migration(), passage.moments, before, outline, major, facts);
      rules.forEach(
          (rule, severity) -> rule.check(whole, new WholeFindings(whole, rule, severity, found)));
      found.sort(Found.ORDER);
      found.forEach(each -> findings.add(each.finding()));
      if (linted.aside()) {
        outline = before;
      }
    }

    /** Only takes notice of what it does to the schema. */
    void pass(LintedScript linted) {
      outline = outline.inNewSession();
      for (Statement statement : linted.script()) {
        read(statement)
            .command()
            .ifPresent(
                command -> {
                  Bodies bodies = Bodies.of(command, statement.text(), outline);
                  outline = outline.after(command);
                  bodies.inner().forEach(inner -> outline = outline.after(inner.command()));
                });
      }
    }

    /** One script on the way. */
    private final class Passage {

      private final LintedScript linted;
      private final TransactionTrack track;
      private final FreshRelations fresh = freshRelations.get();
      private final List<Moment> moments = new ArrayList<>();
      private final List<Found> found = new ArrayList<>();

      Passage(LintedScript linted) {
        this.linted = linted;
        this.track = TransactionTrack.of(linted);
      }

      List<Found> go() {
        int ordinal = 0;
        for (Statement statement : linted.script()) {
          ordinal++;
          int at = ordinal;
          track.arriveAt(statement);
          read(statement)
              .match(
                  new Reading.Cases<Optional<Void>>() {
                    @Override
                    public Optional<Void> understood(Reading.Understood reading) {
                      visit(statement, at, reading.said());
                      return Optional.empty();
                    }

                    @Override
                    public Optional<Void> refused(Reading.Refused reading) {
                      miss(statement, reading.why());
                      return Optional.empty();
                    }
                  });
        }
        return found;
      }

      private void visit(Statement statement, int ordinal, Command command) {
        Bodies bodies = Bodies.of(command, statement.text(), outline);
        Forecast all = step(statement, ordinal, new Bodies.Inner(0, command, false));
        bodies.missed().forEach(why -> miss(statement, why));
        for (Bodies.Inner inner : bodies.inner()) {
          all = all.and(step(statement, ordinal, inner));
        }
        seen.put(statement, all);
      }

      private Forecast step(Statement statement, int ordinal, Bodies.Inner inner) {
        Command command = inner.command();
        Forecast forecast = forecast(command);
        look(statement, ordinal, inner, forecast);
        track.passed(command, forecast);
        fresh.passed(command, outline);
        outline = outline.after(command);
        return forecast;
      }

      private Forecast forecast(Command command) {
        return forecasts
            .of(command, outline, track.soFar())
            .without(name -> isTemporary(name) || fresh.holds(name, outline));
      }

      /** Nobody else sees what only this session has. */
      private boolean isTemporary(RelationName name) {
        return "pg_temp".equals(name.schema());
      }

      private void look(Statement statement, int ordinal, Bodies.Inner inner, Forecast forecast) {
        Moment moment =
            new Moment(
                statement,
                inner.at(),
                inner.called(),
                ordinal,
                inner.command(),
                outline,
                fresh.names(),
                track.soFar(),
                forecast,
                major,
                facts);
        moments.add(moment);
        rules.forEach(
            (rule, severity) -> {
              if (rule.dialect() == linted.script().dialect()) {
                rule.check(moment, new MomentFindings(moment, rule, severity, found));
              }
            });
      }

      private void miss(Statement statement, NotUnderstood why) {
        String text = statement.isLarge() ? "" : statement.text();
        notAnalysed.add(
            new NotAnalysed(
                statement.span().place(text, why.at()), FirstLine.of(statement), why.message()));
      }
    }

    /** A statement too large to keep is data, not a change of the schema. */
    private Reading read(Statement statement) {
      return statement.isLarge()
          ? new Reading.Refused(new NotUnderstood(0, "it is larger than 1 MB"))
          : parser.read(statement);
    }
  }
}
