package io.liftlock.engine.model.types;

import io.liftlock.core.schema.Schema;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the types of a schema's rows in a language. */
public final class Types {

  private final TypesRequest request;

  /**
   * @param request which language, and how
   */
  public Types(TypesRequest request) {
    this.request = request;
  }

  /**
   * Writes them.
   *
   * @return the text of each file by its name; one file unless one for each type is asked for
   */
  public SortedMap<String, String> write(Schema schema) {
    Shapes shapes = new ShapeReader(schema, request.schemas()).read();
    return new TreeMap<>(
        switch (request.language()) {
          case TYPESCRIPT -> new TypeScriptTypes(shapes).write();
          case JAVA -> new JavaTypes(shapes, request).write();
          case PYTHON -> new PythonTypes(shapes).write();
        });
  }
}
