package io.liftlock.engine.model.types;

import java.util.Set;

/**
 * How types are written.
 *
 * @param language in which language
 * @param schemas the schemas whose types are written; all where it is empty
 * @param packageName of Java, the package; empty for none
 * @param className of Java, the class that holds all types; empty for a file for each type
 */
public record TypesRequest(
    Language language, Set<String> schemas, String packageName, String className) {

  /** Copies the set. */
  public TypesRequest {
    schemas = Set.copyOf(schemas);
  }

  /** The languages that types are written in. */
  public enum Language {
    TYPESCRIPT("ts"),
    JAVA("java"),
    PYTHON("py");

    private final String ending;

    Language(String ending) {
      this.ending = ending;
    }

    /** What the names of its files end with, without the dot. */
    public String ending() {
      return ending;
    }
  }
}
