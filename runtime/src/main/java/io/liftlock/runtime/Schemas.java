package io.liftlock.runtime;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.runtime.config.DatabaseSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
   * @param source {@code live}, {@code migrations}, {@code model}, {@code snapshot}, a configured
   *     database's name, a URL, a folder of migrations or SQL files, a SQL file, or a saved
   *     snapshot
   */
  public NamedSchema read(String source) {
    return new Sources(open).read(source);
  }

  /**
   * What differs between two sources.
   *
   * @param from the first, as {@link #read} takes it
   * @param to the second
   */
  public Comparison compare(String from, String to, ComparisonRequest request) {
    Sources sources = new Sources(open);
    NamedSchema left = sources.read(from);
    NamedSchema right = sources.read(to);
    List<NamedSchema> both = sources.comparable(left, right);
    return new Comparer(open, request).compare(both.get(0), both.get(1), sources.renameComments());
  }

  /** The statements that build a schema in a fresh database. */
  public SchemaScript build(Schema schema) {
    return Connections.renderer(schema.dialect())
        .render(SchemaDiff.between(FreshSchema.like(schema), schema), Renderer.Mode.PLAIN);
  }

  /**
   * The tables, views and other relations that a name means, of each schema.
   *
   * @throws UserError TABLE_UNKNOWN where there is none in any of them
   */
  public static Map<NamedSchema, List<SchemaObject>> relations(
      List<NamedSchema> schemas, String name) {
    Map<NamedSchema, List<SchemaObject>> found = new LinkedHashMap<>();
    Set<String> known = new TreeSet<>();
    for (NamedSchema named : schemas) {
      List<SchemaObject> relations = named.schema().relationsNamed(name);
      if (!relations.isEmpty()) {
        found.put(named, relations);
      }
      for (ObjectId id : named.schema().objects().keySet()) {
        if (id.kind().isRelation()) {
          known.add(id.qualified());
          known.add(id.name());
        }
      }
    }
    if (found.isEmpty()) {
      throw new UserError(
          Problem.error(ErrorCode.TABLE_UNKNOWN, "there is no table or view " + name)
              .action(
                  Suggestion.closest(name, known)
                      .map(near -> "did you mean " + near + "?")
                      .orElse("liftlock inspect shows every table")));
    }
    return found;
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
