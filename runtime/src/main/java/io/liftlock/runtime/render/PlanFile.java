package io.liftlock.runtime.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlanDigest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a file: what was asked, the state it was made for, and every statement for those who
 * review it. When it is read, only what was asked and the state count; checksums stand for the
 * statements.
 */
public final class PlanFile {

  private static final int FORM = 1;

  private PlanFile() {}

  /**
   * Writes a plan, over an older one.
   *
   * @param plan the plan itself, for those who review it
   * @throws UserError FILE_UNREADABLE where the file cannot be written
   */
  public static void write(Path file, StoredPlan stored, Plan plan) {
    PlanDigest digest = stored.digest();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("liftlockPlan", FORM);
    document.put("direction", stored.request().direction());
    document.put("target", stored.request().target());
    document.put("late", stored.request().late());
    document.put("transaction", Documents.word(digest.grouping()));
    document.put("histories", digest.histories());
    document.put("schemas", digest.schemas());
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (PlanDigest.Item item : digest.items()) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("database", item.database());
      entry.put("id", item.id());
      entry.put("direction", item.direction());
      entry.put("execution", item.execution());
      entry.put("firstStatement", item.firstOrdinal());
      entry.put("checksum", item.checksum());
      items.add(entry);
    }
    document.put("items", items);
    document.put("migrations", Documents.plan(plan).get("migrations"));
    try (OutputStream out = Files.newOutputStream(file)) {
      JsonDocument.write(out, document);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the plan cannot be written: " + e.getClass().getSimpleName())
              .at(Place.of(file.toString())),
          e);
    }
  }

  /**
   * Reads a plan.
   *
   * @throws UserError FILE_UNREADABLE where it cannot be read, USAGE where it is no plan
   */
  public static StoredPlan read(Path file) {
    try (JsonParser json = new JsonFactory().createParser(Files.readAllBytes(file))) {
      json.nextToken();
      if (!(value(json) instanceof Map<?, ?> document)
          || !Integer.valueOf(FORM).equals(document.get("liftlockPlan"))) {
        throw noPlan(file, null);
      }
      List<PlanDigest.Item> items = new ArrayList<>();
      for (Object entry : (List<?>) required(document, "items")) {
        Map<?, ?> item = (Map<?, ?>) entry;
        items.add(
            new PlanDigest.Item(
                text(item, "database"),
                text(item, "id"),
                text(item, "direction"),
                text(item, "execution"),
                (Integer) required(item, "firstStatement"),
                text(item, "checksum")));
      }
      return new StoredPlan(
          new StoredPlan.Request(
              text(document, "direction"), text(document, "target"), text(document, "late")),
          new PlanDigest(
              texts((Map<?, ?>) required(document, "histories")),
              texts((Map<?, ?>) required(document, "schemas")),
              Plan.Grouping.valueOf(text(document, "transaction").toUpperCase(Locale.ROOT)),
              items));
    } catch (JsonProcessingException | RuntimeException e) {
      if (e instanceof UserError error) {
        throw error;
      }
      throw noPlan(file, e);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the plan cannot be read: " + e.getClass().getSimpleName())
              .at(Place.of(file.toString()))
              .action("check the path after --plan"),
          e);
    }
  }

  private static UserError noPlan(Path file, @Nullable Throwable cause) {
    return new UserError(
        Problem.error(ErrorCode.USAGE, "the file is no plan of this version")
            .at(Place.of(file.toString()))
            .action("make a new one with --plan-out"),
        cause);
  }

  private static Object required(Map<?, ?> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static String text(Map<?, ?> map, String key) {
    return (String) required(map, key);
  }

  private static Map<String, String> texts(Map<?, ?> map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          json.nextToken();
          map.put(name, value(json));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> json.getIntValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> json.getText();
    };
  }
}
