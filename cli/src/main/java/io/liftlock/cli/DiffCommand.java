package io.liftlock.cli;

import io.liftlock.core.change.Allowance;
import io.liftlock.core.change.Change;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.runtime.Comparison;
import io.liftlock.runtime.ComparisonRequest;
import io.liftlock.runtime.Schemas;
import io.liftlock.runtime.render.DiffDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what differs between two schemas. */
@Command(
    name = "diff",
    header = "Show what differs between two schemas, as a tree, JSON, or SQL both ways.",
    description = {
      "Changes nothing. Exits with 1 when anything differs. What would lose data is listed, and"
          + " left out of the SQL until --allow names it."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock diff main postgres://app@staging.example/journal",
      "  liftlock diff before.json main --sql > changes.sql",
      "  liftlock diff before.json main --undo",
      "  liftlock diff main model.json --sql --allow drop-column:users.phone",
    })
final class DiffCommand implements Verb {

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "A database's name, a URL, migrations, model, snapshot, a folder or a file.")
  String from = "";

  @Parameters(index = "1", paramLabel = "B", description = "The same, of the second schema.")
  String to = "";

  @Option(names = "--sql", description = "Print only the SQL that makes B of A.")
  boolean sql;

  @Option(names = "--undo", description = "Print only the SQL that makes A of B again.")
  boolean undo;

  @Option(
      names = "--online",
      description = "Write the SQL in steps that a live application can stand.")
  boolean online;

  @Option(
      names = "--allow",
      paramLabel = "LOSS",
      description = "What the SQL may destroy: drop-column:users.phone or the like, or all.")
  List<String> allow = new ArrayList<>();

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "Something has another name: users.mail=users.email. Never guessed.")
  List<String> rename = new ArrayList<>();

  @Option(
      names = "--strict",
      description = "Refuse (3) where something is there that the model does not hold.")
  boolean strict;

  @Override
  public Answer run(Invocation invocation) {
    if (sql && undo) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "--sql and --undo exclude each other")
              .action("ask for one after the other, or for both with --format json"));
    }
    Comparison comparison =
        invocation
            .files()
            .schemas()
            .compare(
                from,
                to,
                new ComparisonRequest(
                    List.copyOf(rename),
                    Allowance.parse(allow),
                    online ? ComparisonRequest.Writing.ONLINE : ComparisonRequest.Writing.PLAIN));
    if (strict) {
      Schemas.requireModelled(List.of(comparison.from(), comparison.to()));
    }
    return Answer.of(terminal -> print(terminal, comparison), () -> document(comparison))
        .exit(comparison.isEqual() ? 0 : ErrorKind.FOUND.exitCode());
  }

  private void print(Terminal terminal, Comparison comparison) {
    if (sql || undo) {
      terminal.out().print(sql ? comparison.sql() : comparison.undo());
      comparison
          .left()
          .forEach(loss -> terminal.note("left out, since it would lose data: --allow " + loss));
      return;
    }
    DiffText.renames(terminal, comparison.renames());
    DiffText.print(terminal, comparison.diff(), comparison.losses());
    SchemaText.notModelled(terminal, notModelled(comparison));
    if (comparison.isEqual()) {
      terminal.say("equal: " + comparison.from().name() + " and " + comparison.to().name());
    } else {
      int count = comparison.diff().changes().size() + comparison.renames().size();
      terminal.note(
          count == 1
              ? "\n1 difference; --sql writes it"
              : "\n" + count + " differences; --sql writes them");
    }
  }

  private static List<NotModelled> notModelled(Comparison comparison) {
    Set<NotModelled> all = new LinkedHashSet<>(comparison.from().schema().notModelled());
    all.addAll(comparison.to().schema().notModelled());
    return List.copyOf(all);
  }

  private static Map<String, @Nullable Object> document(Comparison comparison) {
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    for (Change.Rename rename : comparison.renames()) {
      changes.add(DiffDocument.change(rename, null));
    }
    for (Change change : comparison.diff().changes()) {
      changes.add(DiffDocument.change(change, comparison.losses().get(change)));
    }
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("changes", changes);
    data.put("sql", comparison.sql());
    data.put("undo", comparison.undo());
    data.put("leftOut", comparison.left().stream().map(Object::toString).toList());
    data.put("reordered", comparison.diff().reordered().stream().map(ObjectId::qualified).toList());
    data.put("notModelled", DiffDocument.notModelled(notModelled(comparison)));
    return data;
  }
}
