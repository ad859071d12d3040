package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Durations;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.fix.FixRequest;
import io.liftlock.runtime.fix.FixedMigration;
import io.liftlock.runtime.render.FixDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes migrations in their safe form. */
@Command(
    name = "fix",
    header = "Rewrite migrations into a form that a database in use does not feel.",
    description = {
      "Shows the safe form as a difference, and writes it with --write or --split. Before anything"
          + " is written, both forms run on scratch databases with the same rows: they must end in"
          + " the same schema and the same data. What needs two versions of the application is"
          + " described, not written."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock fix                              what the pending migrations would become",
      "  liftlock fix migrations/014_add_email.sql --prove",
      "  liftlock fix --write                      into their own files",
      "  liftlock fix --split                      each transaction into a file of its own",
    })
final class FixCommand implements Verb {

  private static final int MOST_ROWS = 100_000;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Migration files and folders; default: what the databases do not have yet.")
  List<Path> files = List.of();

  @Option(names = "--write", description = "Write the safe form into the migration's own file.")
  boolean write;

  @Option(
      names = "--split",
      description = "Write each transaction after the first into a new migration.")
  boolean split;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "Mend only what this rule finds; may be given several times.")
  List<String> rules = List.of();

  @Option(names = "--prove", description = "Run both forms on scratch databases and compare.")
  boolean prove;

  @Option(names = "--no-proof", description = "Write without running both forms.")
  boolean noProof;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "How many rows each table gets for the proof; default: 100.")
  int rows = FixRequest.DEFAULT_ROWS;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "For how long the safe form may keep others waiting; default: 2s.")
  String budget = "2s";

  @Override
  public Answer run(Invocation invocation) {
    check();
    boolean writes = write || split;
    boolean proves = prove || (writes && !noProof);
    FixRequest request =
        new FixRequest(
            files.stream().map(file -> invocation.directory().resolve(file)).toList(),
            Set.copyOf(rules),
            split
                ? FixRequest.Writing.NEW_FILES
                : write ? FixRequest.Writing.IN_PLACE : FixRequest.Writing.SHOW,
            proves ? OptionalInt.of(rows) : OptionalInt.empty(),
            budget());
    boolean asks =
        !invocation.project().targets().isEmpty() && (writes || proves || files.isEmpty());
    Liftlock liftlock = asks ? invocation.liftlock() : invocation.files();
    List<FixedMigration> fixed = liftlock.fixes().fix(request);
    boolean found =
        fixed.stream().anyMatch(each -> each.isDisproven() || (!writes && each.isChanged()));
    return Answer.of(
            terminal -> new FixText(terminal).print(fixed, writes), () -> FixDocument.of(fixed))
        .exit(found ? ErrorKind.FOUND.exitCode() : 0)
        .problems(problems(fixed, writes && invocation.project().targets().isEmpty()));
  }

  private void check() {
    if (write && split) {
      throw usage("--write and --split exclude each other");
    }
    if (prove && noProof) {
      throw usage("--prove and --no-proof contradict each other");
    }
    if (rows < 0 || rows > MOST_ROWS) {
      throw usage("--rows takes a number from 0 to " + MOST_ROWS + ", not " + rows);
    }
  }

  private Duration budget() {
    return Durations.parse(budget)
        .filter(each -> !each.isZero())
        .orElseThrow(() -> usage("--budget takes a time such as 500ms or 2s, not " + budget));
  }

  private static List<Problem> problems(List<FixedMigration> fixed, boolean blind) {
    List<Problem> problems = new ArrayList<>();
    if (blind) {
      problems.add(
          Problem.warning(
                  ErrorCode.DATABASE_UNKNOWN,
                  "no database is named, so nobody looked whether one has run these migrations")
              .action("what is applied already must not be edited: liftlock status"));
    }
    for (FixedMigration each : fixed) {
      Place place = Place.of(each.migration().file());
      each.proof()
          .filter(proof -> !proof.isEqual())
          .ifPresent(
              proof ->
                  problems.add(
                      Problem.error(
                              ErrorCode.PROOF_FAILED,
                              "the safe form of "
                                  + each.migration().title()
                                  + " could not be proven: "
                                  + FixText.why(proof))
                          .at(place)
                          .action("write this one by hand; liftlock lint shows each safe way")));
      each.proof().stream()
          .flatMap(proof -> proof.overBudget().stream())
          .forEach(
              trace ->
                  problems.add(
                      Problem.warning(
                              ErrorCode.PROOF_FAILED,
                              "in the safe form, this statement kept others waiting for longer than"
                                  + " the budget: "
                                  + trace.statement())
                          .at(place)
                          .action("see its locks:  liftlock trace " + each.migration().file())));
    }
    return problems;
  }

  private static UserError usage(String message) {
    return new UserError(Problem.error(ErrorCode.USAGE, message));
  }
}
