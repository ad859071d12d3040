package io.liftlock.runtime.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.schema.NotModelled;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Differences of schemas as documents. The names of their fields are public API. */
public final class DiffDocument {

  private DiffDocument() {}

  /**
   * A change: {@code kind} ({@code create-table}, {@code drop-column}, {@code alter-index}, {@code
   * rename-column}), {@code object}, what it was and is ({@code from}, {@code to}: properties, of
   * an altered object only those that differ), and {@code dataLoss}, in the words of {@code
   * --allow}.
   */
  public static Map<String, @Nullable Object> change(Change change, @Nullable Loss loss) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("kind", kind(change));
    data.put("object", change.object().qualified());
    Sides sides = sides(change);
    data.put("from", sides.from());
    data.put("to", sides.to());
    data.put("dataLoss", loss == null ? null : loss.toString());
    return data;
  }

  private record Sides(@Nullable Object from, @Nullable Object to) {}

  private static Sides sides(Change change) {
    return change.match(
        new Change.Cases<Sides>() {
          @Override
          public Sides create(Change.Create create) {
            return new Sides(null, whole(create.created()));
          }

          @Override
          public Sides drop(Change.Drop drop) {
            return new Sides(whole(drop.dropped()), null);
          }

          @Override
          public Sides alter(Change.Alter alter) {
            return new Sides(
                properties(alter.from(), alter.properties()),
                properties(alter.to(), alter.properties()));
          }

          @Override
          public Sides rename(Change.Rename rename) {
            return new Sides(rename.from().qualified(), rename.to().qualified());
          }
        });
  }

  private static Map<String, @Nullable Object> whole(SchemaObject object) {
    return properties(object, object.properties().keySet());
  }

  /** What a change is called: {@code create-table}. */
  public static String kind(Change change) {
    String verb =
        change.match(
            new Change.Cases<String>() {
              @Override
              public String create(Change.Create create) {
                return "create-";
              }

              @Override
              public String drop(Change.Drop drop) {
                return "drop-";
              }

              @Override
              public String alter(Change.Alter alter) {
                return "alter-";
              }

              @Override
              public String rename(Change.Rename rename) {
                return "rename-";
              }
            });
    return verb + change.object().kind().word();
  }

  private static Map<String, @Nullable Object> properties(
      SchemaObject object, Set<Property> properties) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (Property property : properties) {
      List<String> values = object.list(property);
      data.put(
          property.word(),
          values.isEmpty() ? null : property.isList() ? values : String.join("\n", values));
    }
    return data;
  }

  /** What is there and not looked at. */
  public static List<Map<String, @Nullable Object>> notModelled(Collection<NotModelled> left) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (NotModelled one : left) {
      Map<String, @Nullable Object> data = new LinkedHashMap<>();
      data.put("kind", one.kind());
      data.put("name", one.name());
      data.put("because", one.because());
      all.add(data);
    }
    return all;
  }
}
