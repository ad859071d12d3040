package io.liftlock.runtime.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaFormat;
import io.liftlock.core.schema.SchemaObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A schema as JSON: a saved snapshot, the stored snapshot, and what {@code inspect --format json}
 * tells, all in one form. One object of the schema stands in each line, in normal order, so that a
 * difference of two files reads well. The names of the fields are public API:
 *
 * <pre>{@code
 * {"liftlockSchema": 1, "dialect": "postgres", "serverVersion": "16.4",
 *  "objects": [
 *   {"kind": "table", "path": ["public", "users"]},
 *   {"kind": "column", "path": ["public", "users", "id"],
 *    "properties": {"position": "1", "type": "bigint", "notNull": "true"}}],
 *  "notModelled": []}
 * }</pre>
 *
 * <p>An object also has a {@code signature} where a name is not enough, and {@code uses} where it
 * stands on others.
 */
public final class SchemaJson implements SchemaFormat {

  /** The number of this form. A reader refuses a higher one. */
  static final int FORM = 1;

  @Override
  public String write(Schema schema) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new Lines());
      json.writeStartObject();
      json.writeNumberField("liftlockSchema", FORM);
      json.writeStringField("dialect", schema.dialect().word());
      json.writeStringField("serverVersion", schema.serverVersion());
      json.writeArrayFieldStart("objects");
      for (SchemaObject object : schema.objects().values()) {
        object(json, object);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("notModelled");
      for (NotModelled left : schema.notModelled()) {
        json.writeStartObject();
        json.writeStringField("kind", left.kind());
        json.writeStringField("name", left.name());
        json.writeStringField("because", left.because());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A line for each field of the schema, and one for each value in its lists. */
  private static final class Lines extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1;

    private int depth;

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
      super.writeStartObject(json);
      depth++;
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
      super.writeEndObject(json, entries);
      depth--;
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
      super.writeObjectEntrySeparator(json);
      breakAt(json);
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      breakAt(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      super.writeArrayValueSeparator(json);
      breakAt(json);
    }

    private void breakAt(JsonGenerator json) throws IOException {
      if (depth == 1) {
        json.writeRaw('\n');
      }
    }
  }

  private static void object(JsonGenerator json, SchemaObject object) throws IOException {
    json.writeStartObject();
    id(json, object.id());
    if (!object.properties().isEmpty()) {
      json.writeObjectFieldStart("properties");
      for (Map.Entry<Property, List<String>> entry : object.properties().entrySet()) {
        json.writeFieldName(entry.getKey().word());
        if (entry.getKey().isList() || entry.getValue().size() != 1) {
          texts(json, entry.getValue());
        } else {
          json.writeString(entry.getValue().get(0));
        }
      }
      json.writeEndObject();
    }
    if (!object.uses().isEmpty()) {
      json.writeArrayFieldStart("uses");
      for (ObjectId used : object.uses()) {
        json.writeStartObject();
        id(json, used);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void id(JsonGenerator json, ObjectId id) throws IOException {
    json.writeStringField("kind", id.kind().word());
    json.writeFieldName("path");
    texts(json, id.path());
    if (!id.signature().isEmpty()) {
      json.writeStringField("signature", id.signature());
    }
  }

  private static void texts(JsonGenerator json, List<String> texts) throws IOException {
    json.writeStartArray();
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /**
   * The schema that a text holds: a snapshot, or the whole document of {@code inspect --format
   * json} of one database.
   *
   * @param origin where the text is from, for errors
   * @throws io.liftlock.core.error.UserError SNAPSHOT_UNREADABLE
   */
  public Schema read(String origin, String text) {
    return new SchemaJsonReader(origin).read(text);
  }
}
