package io.liftlock.runtime.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.core.sql.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SchemaJson} writes; says the line where it cannot. */
final class SchemaJsonReader {

  private static final String ACTION =
      "write it anew with:  liftlock inspect --out FILE.json, or name another source";

  private final String origin;

  SchemaJsonReader(String origin) {
    this.origin = origin;
  }

  Schema read(String text) {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      json.nextToken();
      Schema schema = value(json, null);
      if (schema == null) {
        throw refused(json, "it holds no schema");
      }
      if (json.nextToken() != null) {
        throw refused(json, "something follows the schema");
      }
      return schema;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw unreadable(
          "it is not well-formed JSON: " + e.getOriginalMessage(),
          at == null ? Place.of(origin) : place(at),
          e);
    } catch (IOException e) {
      throw unreadable("it cannot be read", Place.of(origin), e);
    }
  }

  /** The one schema in a value, at any depth: a command's document holds it inside. */
  private @Nullable Schema value(JsonParser json, @Nullable Schema found) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      if (json.nextToken() == JsonToken.FIELD_NAME && json.currentName().equals("liftlockSchema")) {
        if (found != null) {
          throw refused(
              json, "it holds the schemas of several databases; write one with --database NAME");
        }
        return schema(json);
      }
      Schema inside = found;
      while (json.currentToken() == JsonToken.FIELD_NAME) {
        json.nextToken();
        inside = value(json, inside);
        json.nextToken();
      }
      return inside;
    }
    Schema inside = found;
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        inside = value(json, inside);
      }
    }
    return inside;
  }

  /** From the field that tells the form to the end of its object. */
  private Schema schema(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.VALUE_NUMBER_INT || json.getIntValue() < 1) {
      throw refused(json, "liftlockSchema must be a number");
    }
    if (json.getIntValue() > SchemaJson.FORM) {
      throw refused(json, "a newer liftlock wrote it (form " + json.getIntValue() + ")");
    }
    Dialect dialect = null;
    String version = "";
    List<SchemaObject> objects = new ArrayList<>();
    List<NotModelled> notModelled = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "dialect" -> dialect = dialect(json);
        case "serverVersion" -> version = text(json);
        case "objects" -> {
          begin(json, JsonToken.START_ARRAY);
          while (json.nextToken() != JsonToken.END_ARRAY) {
            objects.add(object(json));
          }
        }
        case "notModelled" -> {
          begin(json, JsonToken.START_ARRAY);
          while (json.nextToken() != JsonToken.END_ARRAY) {
            notModelled.add(notModelled(json));
          }
        }
        default -> throw refused(json, "a schema has no field " + field);
      }
    }
    if (dialect == null) {
      throw refused(json, "a schema needs a dialect");
    }
    try {
      return Schema.of(dialect, version, objects, notModelled);
    } catch (IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()), Place.of(origin), e);
    }
  }

  private Dialect dialect(JsonParser json) throws IOException {
    String word = text(json);
    return Arrays.stream(Dialect.values())
        .filter(dialect -> dialect.word().equals(word))
        .findFirst()
        .orElseThrow(() -> refused(json, "there is no dialect " + word));
  }

  private SchemaObject object(JsonParser json) throws IOException {
    begin(json, JsonToken.START_OBJECT);
    SchemaObject.Builder builder = null;
    Identity identity = new Identity();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "properties" -> {
          builder = builder == null ? SchemaObject.builder(identity.id(json)) : builder;
          properties(json, builder);
        }
        case "uses" -> {
          builder = builder == null ? SchemaObject.builder(identity.id(json)) : builder;
          begin(json, JsonToken.START_ARRAY);
          while (json.nextToken() != JsonToken.END_ARRAY) {
            builder.uses(used(json));
          }
        }
        default -> identity.field(json, field);
      }
    }
    return (builder == null ? SchemaObject.builder(identity.id(json)) : builder).build();
  }

  private ObjectId used(JsonParser json) throws IOException {
    begin(json, JsonToken.START_OBJECT);
    Identity identity = new Identity();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      identity.field(json, field);
    }
    return identity.id(json);
  }

  /** Which object, while its fields are read. They stand before everything that is said of it. */
  private final class Identity {

    private @Nullable ObjectKind kind;
    private List<String> path = List.of();
    private String signature = "";

    void field(JsonParser json, String field) throws IOException {
      switch (field) {
        case "kind" -> {
          String word = text(json);
          kind =
              ObjectKind.ofWord(word)
                  .orElseThrow(() -> refused(json, "no kind of object is called " + word));
        }
        case "path" -> path = texts(json);
        case "signature" -> signature = text(json);
        default -> throw refused(json, "an object has no field " + field);
      }
    }

    ObjectId id(JsonParser json) {
      if (kind == null) {
        throw refused(json, "an object needs its kind and path first");
      }
      return new ObjectId(kind, path, signature);
    }
  }

  private void properties(JsonParser json, SchemaObject.Builder builder) throws IOException {
    begin(json, JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String word = json.currentName();
      Property property =
          Property.ofWord(word).orElseThrow(() -> refused(json, "no property is called " + word));
      if (json.nextToken() == JsonToken.START_ARRAY) {
        builder.set(property, texts(json));
      } else {
        builder.set(property, text(json));
      }
    }
  }

  private NotModelled notModelled(JsonParser json) throws IOException {
    begin(json, JsonToken.START_OBJECT);
    String kind = "";
    String name = "";
    String because = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "kind" -> kind = text(json);
        case "name" -> name = text(json);
        case "because" -> because = text(json);
        default -> throw refused(json, "what is not modelled has no field " + field);
      }
    }
    return new NotModelled(kind, name, because);
  }

  private String text(JsonParser json) throws IOException {
    begin(json, JsonToken.VALUE_STRING);
    return json.getText();
  }

  private List<String> texts(JsonParser json) throws IOException {
    begin(json, JsonToken.START_ARRAY);
    List<String> texts = new ArrayList<>(3);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(text(json));
    }
    return texts;
  }

  private void begin(JsonParser json, JsonToken expected) throws IOException {
    if (json.currentToken() != expected) {
      throw refused(
          json,
          switch (expected) {
            case START_ARRAY -> "a list is expected here";
            case START_OBJECT -> "an object is expected here";
            default -> "a text is expected here";
          });
    }
  }

  private UserError refused(JsonParser json, String why) {
    return unreadable(why, place(json.currentTokenLocation()), null);
  }

  private Place place(JsonLocation at) {
    return at.getLineNr() > 0
        ? new Place(origin, at.getLineNr(), Math.max(at.getColumnNr(), 1))
        : Place.of(origin);
  }

  private static UserError unreadable(String why, Place place, @Nullable Throwable cause) {
    return new UserError(
        Problem.error(ErrorCode.SNAPSHOT_UNREADABLE, "the snapshot cannot be read: " + why)
            .at(place)
            .action(ACTION),
        cause);
  }
}
