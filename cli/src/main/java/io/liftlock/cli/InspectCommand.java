package io.liftlock.cli;

import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.runtime.NamedSchema;
import io.liftlock.runtime.Schemas;
import io.liftlock.runtime.render.FolderOfSql;
import io.liftlock.runtime.render.JsonDocument;
import io.liftlock.runtime.render.Mermaid;
import io.liftlock.runtime.render.RawJson;
import io.liftlock.runtime.render.SchemaJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a database looks like. */
@Command(
    name = "inspect",
    header =
        "Show a schema: everything, one table, indexes, policies; as text, JSON, SQL, diagram.",
    description = {"Changes nothing. What the model does not hold is listed at the end."},
    footer = {
      "",
      "Examples:",
      "  liftlock inspect",
      "  liftlock inspect --table users",
      "  liftlock inspect --policies --database main",
      "  liftlock inspect main --out before.json          a snapshot, for diff",
      "  liftlock inspect main --sql --out schema         numbered files that rebuild it",
      "  liftlock inspect main --mermaid --out schema.mmd",
    })
final class InspectCommand implements Verb {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SOURCE",
      description =
          "A database's name, a URL, migrations, model, snapshot, a folder or a file; default: every database.")
  @Nullable String source;

  /** What is shown; at most one of them. */
  static final class Form {
    @Option(names = "--sql", description = "The SQL that rebuilds it.")
    boolean sql;

    @Option(names = "--mermaid", description = "An entity diagram in the language of Mermaid.")
    boolean mermaid;

    @Option(names = "--indexes", description = "Only the indexes, as a table.")
    boolean indexes;

    @Option(names = "--policies", description = "Only the row-level-security policies, as a table.")
    boolean policies;
  }

  @ArgGroup Form form = new Form();

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Only this table or view, and what refers to it.")
  @Nullable String table;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write a snapshot, FILE.json; with --sql a folder of files; with --mermaid FILE.")
  @Nullable Path out;

  @Option(
      names = "--strict",
      description = "Refuse (3) where something is there that the model does not hold.")
  boolean strict;

  @Override
  public Answer run(Invocation invocation) {
    requireSense();
    List<NamedSchema> schemas =
        source != null
            ? List.of(invocation.files().schemas().read(source))
            : invocation.liftlock().schemas().live();
    if (strict) {
      Schemas.requireModelled(schemas);
    }
    if (form.sql) {
      return sql(invocation, schemas);
    }
    if (form.mermaid) {
      return text(invocation, schemas, "mermaid", Mermaid.of(one(schemas).schema()));
    }
    if (out != null) {
      return text(invocation, schemas, "snapshot", new SchemaJson().write(one(schemas).schema()));
    }
    Map<NamedSchema, List<SchemaObject>> chosen =
        table == null ? all(schemas) : Schemas.relations(schemas, table);
    if (form.indexes) {
      return rows(chosen, "indexes", IndexRows::of, IndexRows::data);
    }
    if (form.policies) {
      return rows(chosen, "policies", PolicyRows::of, PolicyRows::data);
    }
    return table == null ? whole(schemas) : relations(chosen);
  }

  private void requireSense() {
    boolean list = form.indexes || form.policies;
    if (table != null && (form.sql || form.mermaid || (out != null && !list))) {
      throw usage("--table shows one table, and is not for --sql, --mermaid or a snapshot");
    }
    if (list && out != null) {
      throw usage("--indexes and --policies are shown, and not written with --out");
    }
  }

  private static UserError usage(String message) {
    return new UserError(
        Problem.error(ErrorCode.USAGE, message).action("liftlock inspect --help shows examples"));
  }

  private static NamedSchema one(List<NamedSchema> schemas) {
    OneSchema.requireOne(schemas);
    return schemas.get(0);
  }

  private static Map<NamedSchema, List<SchemaObject>> all(List<NamedSchema> schemas) {
    Map<NamedSchema, List<SchemaObject>> all = new LinkedHashMap<>();
    for (NamedSchema named : schemas) {
      all.put(
          named,
          named.schema().objects().values().stream()
              .filter(object -> object.kind().isRelation())
              .toList());
    }
    return all;
  }

  private static Answer whole(List<NamedSchema> schemas) {
    return Answer.of(
        terminal -> {
          boolean several = false;
          for (NamedSchema named : schemas) {
            if (several) {
              terminal.say("");
            }
            several = true;
            SchemaText.print(terminal, named);
          }
        },
        () ->
            databases(
                schemas.stream()
                    .map(
                        named -> {
                          Map<String, @Nullable Object> data = database(named);
                          data.put("schema", json(named.schema()));
                          return data;
                        })
                    .toList()));
  }

  private static Answer relations(Map<NamedSchema, List<SchemaObject>> chosen) {
    return Answer.of(
        terminal ->
            chosen.forEach(
                (named, relations) -> {
                  for (SchemaObject relation : relations) {
                    RelationText.print(terminal, named, relation);
                  }
                }),
        () -> {
          List<Map<String, @Nullable Object>> all = new ArrayList<>();
          chosen.forEach(
              (named, relations) -> {
                List<SchemaObject> objects = new ArrayList<>(relations);
                relations.forEach(one -> objects.addAll(named.schema().parts(one.id())));
                Map<String, @Nullable Object> data = database(named);
                data.put("schema", json(named.schema().with(objects)));
                all.add(data);
              });
          return databases(all);
        });
  }

  private static Answer rows(
      Map<NamedSchema, List<SchemaObject>> chosen,
      String name,
      BiFunction<Schema, List<SchemaObject>, Table> text,
      BiFunction<Schema, List<SchemaObject>, List<Map<String, @Nullable Object>>> data) {
    return Answer.of(
        terminal ->
            chosen.forEach(
                (named, relations) -> {
                  if (chosen.size() > 1) {
                    terminal.say(terminal.paint(Style.BOLD, named.name()));
                  }
                  Table rows = text.apply(named.schema(), relations);
                  if (rows.isEmpty()) {
                    terminal.say("no " + name);
                  } else {
                    rows.print(terminal);
                  }
                }),
        () -> {
          List<Map<String, @Nullable Object>> all = new ArrayList<>();
          chosen.forEach(
              (named, relations) -> {
                Map<String, @Nullable Object> database = database(named);
                database.put(name, data.apply(named.schema(), relations));
                all.add(database);
              });
          return databases(all);
        });
  }

  /** A text in one piece, to a file or to the output. */
  private Answer text(Invocation invocation, List<NamedSchema> schemas, String name, String text) {
    Map<String, @Nullable Object> data = database(one(schemas));
    if (out == null) {
      data.put(name, text);
      return Answer.of(terminal -> terminal.out().print(text), () -> databases(List.of(data)));
    }
    OutputFile.write(invocation.directory().resolve(out), text);
    data.put("file", out.toString());
    return Answer.of(terminal -> terminal.say("wrote  " + out), () -> databases(List.of(data)));
  }

  private Answer sql(Invocation invocation, List<NamedSchema> schemas) {
    NamedSchema named = one(schemas);
    SchemaScript script = invocation.files().schemas().build(named.schema());
    if (out == null) {
      return text(invocation, schemas, "sql", script.text()).problems(script.notes());
    }
    Path folder = invocation.directory().resolve(out);
    requireFree(folder);
    Map<String, String> files = FolderOfSql.of(named.schema(), script);
    files.forEach((name, text) -> OutputFile.write(folder.resolve(name), text));
    Map<String, @Nullable Object> data = database(named);
    data.put("files", files.keySet().stream().map(name -> out.resolve(name).toString()).toList());
    return Answer.of(
            terminal -> terminal.say("wrote  %d files to %s".formatted(files.size(), out)),
            () -> databases(List.of(data)))
        .problems(script.notes());
  }

  /** Files of another time between the new ones would be run with them. */
  private static void requireFree(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.anyMatch(file -> file.toString().endsWith(".sql"))) {
        throw new UserError(
            Problem.error(ErrorCode.FILE_EXISTS, "the folder has SQL files already")
                .at(Place.of(folder.toString()))
                .action("name another folder, or remove them"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawJson json(Schema schema) {
    return new RawJson(new SchemaJson().write(schema).strip());
  }

  private static Map<String, @Nullable Object> databases(
      List<Map<String, @Nullable Object>> databases) {
    return JsonDocument.map("databases", databases);
  }

  private static Map<String, @Nullable Object> database(NamedSchema named) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", named.name());
    data.put("from", named.description());
    return data;
  }
}
