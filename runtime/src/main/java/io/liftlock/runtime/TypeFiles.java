package io.liftlock.runtime;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.engine.model.types.Types;
import io.liftlock.engine.model.types.TypesRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of a schema's rows as the texts of files.
 *
 * @param language in which language
 * @param schemas the schemas whose types are written; all where it is empty
 * @param packageName of Java, the package; empty for none
 */
public record TypeFiles(Language language, Set<String> schemas, String packageName) {

  /** Copies the set. */
  public TypeFiles {
    schemas = Set.copyOf(schemas);
  }

  /** The languages that types are written in, as people write them. */
  public enum Language {
    typescript(TypesRequest.Language.TYPESCRIPT),
    java(TypesRequest.Language.JAVA),
    python(TypesRequest.Language.PYTHON);

    private final TypesRequest.Language language;

    Language(TypesRequest.Language language) {
      this.language = language;
    }
  }

  /**
   * Writes the texts.
   *
   * @param out a file, or for Java a folder for a file per type; null for one file of a usual name
   * @return the text of each file
   * @throws UserError USAGE where a schema that was asked for is not there
   */
  public Map<Path, String> of(Schema schema, @Nullable Path out) {
    requireSchemas(schema);
    boolean folder = out != null && isFolder(out);
    String className =
        folder && language == Language.java ? "" : out == null || folder ? "Database" : stem(out);
    Map<String, String> texts =
        new Types(new TypesRequest(language.language, schemas, packageName, className))
            .write(schema);
    Map<Path, String> files = new LinkedHashMap<>();
    texts.forEach(
        (name, text) ->
            files.put(out == null ? Path.of(name) : folder ? out.resolve(name) : out, text));
    return files;
  }

  private boolean isFolder(Path out) {
    return Files.isDirectory(out) || !out.toString().endsWith("." + language.language.ending());
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private void requireSchemas(Schema schema) {
    List<String> known = schema.of(ObjectKind.SCHEMA).stream().map(s -> s.id().name()).toList();
    for (String name : schemas) {
      if (!schema.has(ObjectId.of(ObjectKind.SCHEMA, name))) {
        throw new UserError(
            Problem.error(ErrorCode.USAGE, "there is no schema " + name)
                .action(
                    Suggestion.closest(name, known)
                        .map(near -> "did you mean --schema " + near + "?")
                        .orElse(
                            known.isEmpty()
                                ? "leave --schema out: this database has none"
                                : "there is " + String.join(", ", known))));
      }
    }
  }
}
