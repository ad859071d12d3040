package io.liftlock.runtime.render;

import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The statements that build a schema, in numbered files: run in the order of their names, they
 * build it. What belongs to one object and stands together is in one file.
 */
public final class FolderOfSql {

  private FolderOfSql() {}

  /**
   * Cuts a script into files.
   *
   * @param schema what the script builds
   * @return the text of each file by its name, in order: {@code 001_schema_app.sql}
   */
  public static Map<String, String> of(Schema schema, SchemaScript script) {
    Map<String, StringBuilder> pieces = new LinkedHashMap<>();
    String last = "";
    int count = 0;
    for (SchemaScript.Statement statement : script.statements()) {
      String title = title(schema, statement.object());
      if (!title.equals(last)) {
        count++;
        last = title;
      }
      pieces
          .computeIfAbsent(count + " " + title, key -> new StringBuilder())
          .append(statement.sql())
          .append(";\n");
    }
    int width = Math.max(3, String.valueOf(count).length());
    Map<String, String> files = new LinkedHashMap<>();
    pieces.forEach(
        (key, text) -> {
          int space = key.indexOf(' ');
          int number = Integer.parseInt(key.substring(0, space));
          files.put(
              "%s_%s.sql"
                  .formatted(
                      String.format(Locale.ROOT, "%0" + width + "d", number),
                      key.substring(space + 1)),
              text.toString());
        });
    return files;
  }

  /** What a file is about: a relation for its parts too, but for those that come much later. */
  private static String title(Schema schema, ObjectId object) {
    ObjectId whole = schema.whole(object).map(SchemaObject::id).orElse(object);
    String name = String.join("_", whole.path()) + whole.signature();
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String cut = plain.replaceAll("^_|_$", "");
    return whole.kind().word().replace('-', '_')
        + "_"
        + (cut.length() > 80 ? cut.substring(0, 80) : cut);
  }
}
