package io.liftlock.engine.proof;

import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema that rows are made for which are to live through a migration: as it is, and with what
 * the migration will ask of rows that exist. Without that every NOT NULL that a migration adds
 * would fail on the NULLs of made-up rows.
 */
public final class SeedableSchema {

  private static final List<String> UNIQUE = List.of(Constraint.UNIQUE, Constraint.PRIMARY_KEY);

  private final Schema before;
  private final Schema after;

  private SeedableSchema(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /** The schema for rows that fit both. */
  public static Schema of(Schema before, Schema after) {
    return new SeedableSchema(before, after).schema();
  }

  private Schema schema() {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : before.objects().values()) {
      objects.add(after.find(object.id()).map(next -> stricter(object, next)).orElse(object));
    }
    after.objects().values().stream()
        .filter(object -> !before.has(object.id()) && asksOfRows(object))
        .forEach(objects::add);
    return before.with(objects);
  }

  private static SchemaObject stricter(SchemaObject now, SchemaObject next) {
    return switch (now.kind()) {
      case COLUMN -> {
        SchemaObject.Builder builder = now.toBuilder();
        if (next.is(Property.NOT_NULL)) {
          builder.flag(Property.NOT_NULL, true);
        }
        if (base(now).equals(base(next))) {
          // Only the length or the digits differ; the shorter one is the later one's, or it is wide
          // enough anyway.
          builder.set(Property.TYPE, shorter(new Column(now).type(), new Column(next).type()));
        }
        yield builder.build();
      }
      case ENUM ->
          now.toBuilder()
              .set(
                  Property.VALUES,
                  now.list(Property.VALUES).stream()
                      .filter(next.list(Property.VALUES)::contains)
                      .toList())
              .build();
      default -> now;
    };
  }

  private static String base(SchemaObject column) {
    String type = new Column(column).type();
    int paren = type.indexOf('(');
    return paren < 0 ? type : type.substring(0, paren);
  }

  private static String shorter(String now, String next) {
    if (now.indexOf('(') < 0) {
      return next;
    }
    if (next.indexOf('(') < 0) {
      return now;
    }
    return next.length() < now.length()
            || (next.length() == now.length() && next.compareTo(now) < 0)
        ? next
        : now;
  }

  /** Whether it wants values to be unique that rows have already. */
  private boolean asksOfRows(SchemaObject object) {
    boolean unique =
        (object.kind() == ObjectKind.INDEX && object.is(Property.UNIQUE))
            || object.text(Property.CONSTRAINT_TYPE).filter(UNIQUE::contains).isPresent();
    return unique
        && after
            .whole(object.id())
            .map(SchemaObject::id)
            .filter(before::has)
            .filter(
                table ->
                    object.list(Property.COLUMNS).stream()
                        .allMatch(name -> before.has(table.part(ObjectKind.COLUMN, name))))
            .isPresent();
  }
}
