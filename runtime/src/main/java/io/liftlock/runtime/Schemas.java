package io.liftlock.runtime;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.Schema;
import io.liftlock.runtime.config.DatabaseSource;
import io.liftlock.runtime.render.SchemaJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at schemas. Changes nothing. */
public final class Schemas {

  private final OpenProject open;

  Schemas(OpenProject open) {
    this.open = open;
  }

  /** What every database looks like now, in the order of the databases. */
  public List<NamedSchema> live() {
    List<NamedSchema> all = new ArrayList<>();
    for (DatabaseSource source : open.project().targets()) {
      all.add(
          new NamedSchema(
              source.name(),
              source.url().toString(),
              open.database(source.name()).inspector().inspect()));
    }
    return List.copyOf(all);
  }

  /**
   * What a source looks like.
   *
   * @param source a configured database's name, a URL, or a saved snapshot
   */
  public NamedSchema read(String source) {
    for (DatabaseSource database : open.project().databases()) {
      if (database.name().equals(source)) {
        return live(database);
      }
    }
    if (source.endsWith(".json")) {
      return new NamedSchema(source, source, new SchemaJson().read(source, text(source)));
    }
    return live(new DatabaseSource(source, DatabaseUrl.parse(source), "argument", List.of()));
  }

  private NamedSchema live(DatabaseSource source) {
    try (Connections connections =
        Connections.begin(
                List.of(source),
                open.project().directory(),
                open.project().history(),
                open.runner())
            .join()) {
      Database database = connections.databases().values().iterator().next();
      return new NamedSchema(
          source.name(), source.url().toString(), database.inspector().inspect());
    }
  }

  private String text(String file) {
    Path path = open.project().directory().resolve(file);
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the snapshot cannot be read: " + e.getClass().getSimpleName())
              .at(Place.of(file)),
          e);
    }
  }

  /**
   * What differs between two sources.
   *
   * @param from the first, as {@link #read} takes it
   * @param to the second
   */
  public Comparison compare(String from, String to, ComparisonRequest request) {
    return new Comparer(request).compare(read(from), read(to));
  }

  /** The statements that build a schema in an empty database. */
  public SchemaScript build(Schema schema) {
    return Connections.renderer(schema.dialect())
        .render(
            SchemaDiff.between(Schema.empty(schema.dialect(), schema.serverVersion()), schema),
            Renderer.Mode.PLAIN);
  }

  /**
   * Makes sure that the model holds everything there is.
   *
   * @throws StateError NOT_MODELLED with everything that it does not hold
   */
  public static void requireModelled(List<NamedSchema> schemas) {
    List<Problem> problems = new ArrayList<>();
    for (NamedSchema named : schemas) {
      named
          .schema()
          .notModelled()
          .forEach(
              left ->
                  problems.add(
                      Problem.error(
                              ErrorCode.NOT_MODELLED,
                              "%s has something that is not looked at: %s %s (%s)"
                                  .formatted(
                                      named.name(), left.kind(), left.name(), left.because()))
                          .action("look at it by hand, or leave --strict out")));
    }
    if (!problems.isEmpty()) {
      throw new StateError(problems, null);
    }
  }
}
