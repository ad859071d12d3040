package io.liftlock.cli;

import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.NamedSchema;
import io.liftlock.runtime.Schemas;
import io.liftlock.runtime.render.JsonDocument;
import io.liftlock.runtime.render.RawJson;
import io.liftlock.runtime.render.SchemaJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a database looks like. */
@Command(
    name = "inspect",
    header = "Show a schema as text, JSON, SQL or a diagram; or one table, its indexes, policies.",
    description = {"Changes nothing. What the model does not hold is listed at the end."},
    footer = {
      "",
      "Examples:",
      "  liftlock inspect",
      "  liftlock inspect --database main --format json",
    })
final class InspectCommand implements Verb {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SOURCE",
      description = "A database's name, a URL or a saved snapshot; default: every database.")
  @Nullable String source;

  @Option(
      names = "--strict",
      description = "Refuse (3) where something is there that the model does not hold.")
  boolean strict;

  @Override
  public Answer run(Invocation invocation) {
    List<NamedSchema> schemas = read(invocation);
    if (strict) {
      Schemas.requireModelled(schemas);
    }
    return Answer.of(
        terminal -> {
          for (NamedSchema named : schemas) {
            SchemaText.print(terminal, named);
          }
        },
        () ->
            JsonDocument.map("databases", schemas.stream().map(InspectCommand::document).toList()));
  }

  private List<NamedSchema> read(Invocation invocation) {
    if (source != null) {
      return List.of(invocation.files().schemas().read(source));
    }
    Liftlock liftlock = invocation.liftlock();
    return liftlock.schemas().live();
  }

  private static Map<String, @Nullable Object> document(NamedSchema named) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", named.name());
    data.put("from", named.description());
    data.put("schema", new RawJson(new SchemaJson().write(named.schema()).strip()));
    return data;
  }
}
