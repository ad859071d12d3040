package io.liftlock.cli;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.MigrationProof;
import io.liftlock.core.report.MigrationProof.Result;
import io.liftlock.core.report.SeedGap;
import io.liftlock.core.report.Validated;
import io.liftlock.core.sql.Script;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.ValidationRequest;
import io.liftlock.runtime.render.ValidationDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves rollbacks. */
@Command(
    name = "validate",
    header = "Run migrations up, down and up again in a scratch database, and compare.",
    description = {
      "One migration at a time, with rows in the tables. Nothing is changed but the scratch"
          + " database, which is dropped. Exits with 1 when a migration or its rollback fails, a"
          + " rollback does not bring back the schema as it was, or there is none and no reason for"
          + " it."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock validate                    every migration of every database",
      "  liftlock validate --pending          those that the database does not have yet",
      "  liftlock validate --since 014        those behind 014",
    })
final class ValidateCommand implements Verb {

  @Option(
      names = "--since",
      paramLabel = "ID",
      description = "Prove only what does not come before ID; the others only run.")
  @Nullable String since;

  @Option(names = "--pending", description = "Prove only what the database does not have yet.")
  boolean pending;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "How many rows each table gets; default: 3.")
  int rows = ValidationRequest.ALL.rows();

  @Option(names = "--no-rows", description = "Leave the tables empty.")
  boolean noRows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another number gives rows with other values.")
  long seed = ValidationRequest.ALL.seed();

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    ValidationRequest request = request(liftlock);
    List<Validated> all;
    try (Progress progress = Progress.on(invocation)) {
      all = liftlock.validation().validate(request, progress);
    } catch (DatabaseError | StateError e) {
      return notMade(e);
    }
    boolean sound = all.stream().allMatch(Validated::isSound);
    return Answer.of(terminal -> print(terminal, all), () -> ValidationDocument.of(all))
        .exit(sound ? 0 : ErrorKind.FOUND.exitCode())
        .problems(problems(all));
  }

  private ValidationRequest request(Liftlock liftlock) {
    if (since != null && pending) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "--since and --pending exclude each other"));
    }
    if (rows < 0 || rows > 1000) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "--rows takes a number from 0 to 1000, not " + rows));
    }
    ValidationRequest.Scope scope =
        pending
            ? ValidationRequest.Scope.PENDING
            : since == null ? ValidationRequest.Scope.ALL : ValidationRequest.Scope.SINCE;
    return new ValidationRequest(
        scope, Optional.ofNullable(since).map(liftlock::id), noRows ? 0 : rows, seed);
  }

  /** A check that could not be made is never a passed one. */
  private static Answer notMade(LiftlockException e) {
    List<Problem> problems = new ArrayList<>(e.problems());
    problems.add(Problem.error(ErrorCode.CHECK_FOUND, "the migrations could not be validated"));
    return Answer.of(terminal -> {}, () -> null)
        .exit(ErrorKind.FOUND.exitCode())
        .problems(problems);
  }

  private static void print(Terminal terminal, List<Validated> all) {
    Table table = new Table("migration", "database", "result", "");
    Map<Result, Integer> counts = new EnumMap<>(Result.class);
    for (Validated validated : all) {
      for (MigrationProof proof : validated.migrations()) {
        counts.merge(proof.result(), 1, Integer::sum);
        table.row(
            new Table.Cell(proof.migration().title(), Style.PLAIN),
            new Table.Cell(validated.database(), Style.PLAIN),
            new Table.Cell(words(proof.result()), style(proof.result())),
            new Table.Cell(note(proof), Style.DIM));
      }
    }
    if (table.isEmpty()) {
      terminal.say("nothing to validate");
      return;
    }
    table.print(terminal);
    for (Validated validated : all) {
      validated.migrations().forEach(proof -> differences(terminal, proof));
    }
    terminal.say("");
    terminal.say(
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + words(count.getKey()))
            .collect(Collectors.joining(", ")));
  }

  private static void differences(Terminal terminal, MigrationProof proof) {
    for (MigrationProof.Difference difference : proof.differences()) {
      terminal.say("");
      terminal.say(
          "%s, behind the way %s (+ is too much, - is missing, ~ is other than it was):"
              .formatted(proof.migration().title(), difference.leg().word()));
      DiffText.print(terminal, difference.diff(), Map.of());
    }
  }

  private static String note(MigrationProof proof) {
    if (proof.result() == Result.IRREVERSIBLE) {
      return proof.migration().header().irreversibleBecause().orElse("");
    }
    return proof.lost().stream().map(Object::toString).collect(Collectors.joining("; "));
  }

  private static String words(Result result) {
    return switch (result) {
      case EXACT -> "exact";
      case COLUMN_ORDER -> "exact but for column order";
      case DIFFERS -> "differs";
      case FAILS -> "fails";
      case NO_ROLLBACK -> "has no rollback";
      case IRREVERSIBLE -> "irreversible";
      case NOT_TRIED -> "not tried";
    };
  }

  private static Style style(Result result) {
    return switch (result) {
      case EXACT -> Style.GREEN;
      case COLUMN_ORDER, IRREVERSIBLE -> Style.YELLOW;
      default -> Style.RED;
    };
  }

  private static List<Problem> problems(List<Validated> all) {
    List<Problem> problems = new ArrayList<>();
    for (Validated validated : all) {
      for (MigrationProof proof : validated.migrations()) {
        of(proof, problems);
      }
      for (SeedGap gap : validated.gaps()) {
        problems.add(
            Problem.warning(
                    ErrorCode.CHECK_FOUND,
                    "%s: %s got %d row%s: %s"
                        .formatted(
                            validated.database(),
                            gap.table().qualified(),
                            gap.rows(),
                            gap.rows() == 1 ? "" : "s",
                            gap.because()))
                .action("write rows of your own into seeds/"));
      }
    }
    return problems;
  }

  private static void of(MigrationProof proof, List<Problem> problems) {
    Migration migration = proof.migration();
    Place rollback = Place.of(migration.down().map(Script::file).orElse(migration.file()));
    proof.problem().filter(problem -> !proof.result().isAccepted()).ifPresent(problems::add);
    if (proof.result() == Result.DIFFERS) {
      problems.add(
          Problem.error(
                  ErrorCode.CHECK_FOUND,
                  migration.title() + " is not brought back as it was: " + what(proof))
              .at(rollback)
              .action("correct the rollback until  liftlock validate  finds nothing"));
    }
    if (!proof.lost().isEmpty()) {
      problems.add(
          Problem.warning(
                  ErrorCode.CHECK_FOUND,
                  "rolling back %s does not bring back all rows as they were: %s"
                      .formatted(migration.title(), note(proof)))
              .at(rollback)
              .action("make sure that this is meant, and say so under Data-impact"));
    }
  }

  private static String what(MigrationProof proof) {
    List<String> objects =
        proof.differences().stream()
            .flatMap(difference -> difference.diff().changes().stream())
            .map(change -> change.object().toString())
            .distinct()
            .toList();
    return objects.size() <= 3
        ? String.join(", ", objects)
        : String.join(", ", objects.subList(0, 3)) + " and " + (objects.size() - 3) + " more";
  }
}
