package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.Repairs;
import io.liftlock.runtime.render.JsonDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corrects what the history says, by a person's word. */
@Command(
    name = "repair",
    header = "Show edited migrations, accept an edit, or settle a statement in flight.",
    description = {
      "Alone it shows how applied migrations differ from what ran, and exits with 1 when any does."
          + " Comments and white space never count. Nothing is ever run; what is accepted, and why,"
          + " stays in the history."
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  liftlock repair",
      "  liftlock repair --accept 014 --reason 'typo in a name, corrected on every server'",
      "  liftlock repair 016 --statement 3 --done",
    })
final class RepairCommand implements Verb {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "The migration that stopped half-way.")
  @Nullable String id;

  @Option(
      names = "--accept",
      paramLabel = "ID",
      description = "Take this migration's file as it is now for what ran.")
  @Nullable String accept;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
  @Nullable String reason;

  @Option(
      names = "--statement",
      paramLabel = "N",
      description = "The statement that was in flight, counted from 1.")
  int statement;

  @Option(names = "--done", description = "It took effect.")
  boolean done;

  @Option(names = "--not-done", description = "It did not take effect.")
  boolean notDone;

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    if (accept != null) {
      return accept(liftlock, accept);
    }
    if (id != null || statement != 0 || done || notDone) {
      return settle(liftlock);
    }
    List<Problem> differences = liftlock.repairs().differences();
    return Answer.of(
            terminal -> {
              if (differences.isEmpty()) {
                terminal.say("every applied migration is as it ran");
              }
            },
            () -> JsonDocument.map("edited", differences.size()))
        .exit(differences.isEmpty() ? 0 : ErrorKind.FOUND.exitCode())
        .problems(differences);
  }

  private Answer accept(Liftlock liftlock, String text) {
    String why = reason;
    if (id != null || statement != 0 || done || notDone || why == null || why.isBlank()) {
      throw usage("--accept takes an id and a reason", "liftlock repair --accept ID --reason TEXT");
    }
    MigrationId accepted = liftlock.id(text);
    List<String> databases = liftlock.repairs().accept(accepted, why);
    return Answer.of(
        terminal -> terminal.say("accepted " + accepted + " on " + String.join(", ", databases)),
        () -> JsonDocument.map("accepted", accepted));
  }

  private Answer settle(Liftlock liftlock) {
    String stopped = id;
    if (stopped == null || statement < 1 || done == notDone) {
      throw usage(
          "to settle a statement, its migration, its number and what was seen are needed",
          "liftlock repair ID --statement N --done   (or --not-done)");
    }
    MigrationId settled = liftlock.id(stopped);
    String database =
        liftlock
            .repairs()
            .settle(
                settled,
                statement,
                done ? Repairs.Seen.DONE : Repairs.Seen.NOT_DONE,
                reason == null ? "a person looked" : reason);
    return Answer.of(
        terminal -> {
          terminal.say(
              "statement %d of %s on %s counts as %s"
                  .formatted(statement, settled, database, done ? "done" : "not done"));
          terminal.note("go on with:  liftlock migrate");
        },
        () -> JsonDocument.map("settled", settled));
  }

  private static UserError usage(String message, String action) {
    return new UserError(Problem.error(ErrorCode.USAGE, message).action(action));
  }
}
