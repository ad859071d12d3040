package io.liftlock.cli;

import io.liftlock.core.change.Allowance;
import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.Generation;
import io.liftlock.runtime.GenerationRequest;
import io.liftlock.runtime.render.DiffDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the migrations that make a database like its model. */
@Command(
    name = "generate",
    header = "Write the next migration from the model, with its rollback, and prove it.",
    description = {
      "Compares what the migrations build with the SQL files that  model:  names, in scratch"
          + " databases. What would destroy data is listed and left out until --allow names it."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock generate add_phone",
      "  liftlock generate --check",
      "  liftlock generate drop_fax --allow drop-column:users.fax",
      "  liftlock generate rename_mail --rename users.mail=users.email",
    })
final class GenerateCommand implements Verb {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "What it does, in a few words; not needed with --check.")
  @Nullable String name;

  @Option(
      names = "--check",
      description = "Write nothing; exit with 1 when model and migrations are out of step.")
  boolean check;

  @Option(
      names = "--allow",
      paramLabel = "LOSS",
      description = "What it may destroy: drop-column:users.phone or the like, or all.")
  List<String> allow = new ArrayList<>();

  @Option(
      names = "--no-data-loss",
      description = "Destroy nothing; the default, for scripts that want to say so.")
  boolean noDataLoss;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "Something has another name: users.mail=users.email. Never guessed.")
  List<String> rename = new ArrayList<>();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows in each table for the proof. Default: ${DEFAULT-VALUE}",
      defaultValue = "3")
  int rows;

  @Option(
      names = "--no-proof",
      description = "Do not try it on a scratch database; the file's header says so.")
  boolean noProof;

  @Mixin NewFileOptions file = new NewFileOptions();

  @Override
  public Answer run(Invocation invocation) {
    if (name == null && !check) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "it is not said what the migration is called")
              .action("liftlock generate NAME, or  liftlock generate --check"));
    }
    if (noDataLoss && !allow.isEmpty()) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "--no-data-loss and --allow contradict each other")
              .action("leave one of them out"));
    }
    List<Generation> generations =
        invocation
            .liftlock()
            .generate(
                new GenerationRequest(
                    name == null ? "" : name,
                    check ? GenerationRequest.Purpose.CHECK : GenerationRequest.Purpose.WRITE,
                    Allowance.parse(allow),
                    List.copyOf(rename),
                    noProof ? GenerationRequest.Proving.SKIP : GenerationRequest.Proving.PROVE,
                    rows,
                    file.feature,
                    file.author));
    boolean inStep = generations.stream().allMatch(Generation::inStep);
    boolean found = check && !inStep;
    return Answer.of(
            terminal -> generations.forEach(generation -> print(terminal, generation)),
            () -> document(generations, inStep))
        .exit(found ? ErrorKind.FOUND.exitCode() : 0);
  }

  private void print(Terminal terminal, Generation generation) {
    if (generation.inStep()) {
      terminal.say(generation.database() + " is in step: the migrations build what the model says");
      return;
    }
    if (check) {
      DiffText.renames(terminal, generation.renames());
      DiffText.print(terminal, generation.difference(), generation.losses());
      terminal.note(
          "\n"
              + generation.database()
              + " is out of step:  liftlock generate NAME  writes the migration");
      return;
    }
    generation.files().forEach(file -> terminal.say("wrote  " + file));
    if (!generation.files().isEmpty()) {
      terminal.note(generation.proof());
    }
    for (Loss loss : generation.left()) {
      terminal.note("left out, since it would lose data: --allow " + loss);
    }
  }

  private static Map<String, @Nullable Object> document(
      List<Generation> generations, boolean inStep) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("inStep", inStep);
    data.put("files", generations.stream().flatMap(each -> each.files().stream()).toList());
    data.put("databases", generations.stream().map(GenerateCommand::document).toList());
    return data;
  }

  private static Map<String, @Nullable Object> document(Generation generation) {
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    for (Change.Rename renamed : generation.renames()) {
      changes.add(DiffDocument.change(renamed, null));
    }
    for (Change change : generation.difference().changes()) {
      changes.add(DiffDocument.change(change, generation.losses().get(change)));
    }
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", generation.database());
    data.put("inStep", generation.inStep());
    data.put("files", generation.files());
    data.put("changes", changes);
    data.put("leftOut", generation.left().stream().map(Loss::toString).toList());
    data.put("proof", generation.proof());
    return data;
  }
}
