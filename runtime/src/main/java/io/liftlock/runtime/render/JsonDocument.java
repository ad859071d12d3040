package io.liftlock.runtime.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command's result as one JSON document: {@code command}, {@code exit}, {@code data}, {@code
 * problems}. The names of its fields are public API.
 */
public final class JsonDocument {

  private JsonDocument() {}

  /**
   * Writes the document and a line end; leaves the stream open.
   *
   * @param command the command's name
   * @param exit its exit code
   * @param data maps, lists, texts, numbers, booleans and nulls; null where there is none
   * @param problems errors and warnings, in the order they were found
   * @throws UncheckedIOException where the stream cannot be written to
   */
  public static void write(
      OutputStream out, String command, int exit, @Nullable Object data, List<Problem> problems) {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeStringField("command", command);
      json.writeNumberField("exit", exit);
      json.writeFieldName("data");
      value(json, data);
      json.writeArrayFieldStart("problems");
      for (Problem problem : problems) {
        problem(json, problem);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a value alone and a line end; leaves the stream open.
   *
   * @param data maps, lists, texts, numbers, booleans and nulls
   * @throws UncheckedIOException where the stream cannot be written to
   */
  public static void write(OutputStream out, Object data) {
    try (JsonGenerator json = generator(out)) {
      value(json, data);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    return JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build()
        .createGenerator(out)
        .useDefaultPrettyPrinter();
  }

  /** A map of one entry, which may be null. */
  public static Map<String, @Nullable Object> map(String key, @Nullable Object value) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put(key, value);
    return data;
  }

  private static void problem(JsonGenerator json, Problem problem) throws IOException {
    Place place = problem.place();
    json.writeStartObject();
    json.writeStringField("code", problem.code().name());
    json.writeStringField("message", problem.message());
    json.writeStringField("file", place == null ? null : place.file());
    json.writeFieldName("line");
    number(json, place == null ? 0 : place.line());
    json.writeFieldName("column");
    number(json, place == null ? 0 : place.column());
    json.writeStringField("action", problem.action());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, int number) throws IOException {
    if (number == 0) {
      json.writeNull();
    } else {
      json.writeNumber(number);
    }
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        value(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        value(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof RawJson raw) {
      json.writeRawValue(raw.text());
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }
}
