package io.liftlock.cli;

import io.liftlock.core.change.Allowance;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.DriftMigration;
import io.liftlock.runtime.DriftReport;
import io.liftlock.runtime.DriftRequest;
import io.liftlock.runtime.Drifts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether databases are what their migrations make. */
@Command(
    name = "drift",
    header = "Compare each database with what its migrations build; exit with 1 on a difference.",
    description = {
      "Builds the applied migrations in a scratch database and compares. Changes no database. Each"
          + " difference names the migration that touched the object last. Where the comparison"
          + " cannot be made, it exits with 1, too."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock drift",
      "  liftlock drift --database main --format json",
      "  liftlock drift --adopt take_over_note",
      "  liftlock drift --revert drop_note --allow drop-column:public.users.note",
    })
final class DriftCommand implements Verb {

  @Option(
      names = "--adopt",
      paramLabel = "NAME",
      description = "Write the migration that takes over what was changed in the database.")
  @Nullable String adopt;

  @Option(
      names = "--revert",
      paramLabel = "NAME",
      description = "Write the migration that undoes what was changed in the database.")
  @Nullable String revert;

  @Option(
      names = "--allow",
      paramLabel = "LOSS",
      description = "What it may destroy: drop-column:users.phone or the like, or all.")
  List<String> allow = new ArrayList<>();

  @Mixin NewFileOptions file = new NewFileOptions();

  @Override
  public Answer run(Invocation invocation) {
    if (adopt != null && revert != null) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "--adopt and --revert exclude each other")
              .action("decide who is right: the database, or the migrations"));
    }
    Drifts drifts = invocation.liftlock().drifts();
    List<DriftReport> reports;
    try {
      reports = drifts.drift();
    } catch (DatabaseError | StateError e) {
      return DriftText.notMade(e);
    }
    return DriftText.answer(reports, written(drifts, reports));
  }

  private List<DriftMigration> written(Drifts drifts, List<DriftReport> reports) {
    String name = adopt != null ? adopt : revert;
    if (name == null) {
      return List.of();
    }
    DriftRequest request =
        new DriftRequest(
            name,
            adopt != null ? DriftRequest.Way.ADOPT : DriftRequest.Way.REVERT,
            Allowance.parse(allow),
            file.author,
            file.feature);
    return reports.stream()
        .filter(report -> !report.drift().deviations().isEmpty())
        .map(report -> drifts.write(report, request))
        .toList();
  }
}
