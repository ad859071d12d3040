package io.liftlock.sqlite.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.Affinity;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.Optional;

/** What a change would destroy. */
final class Losses implements Change.Some<Loss> {

  private final SchemaDiff diff;

  Losses(SchemaDiff diff) {
    this.diff = diff;
  }

  @Override
  public Optional<Loss> drop(Change.Drop change) {
    ObjectId id = change.object();
    return switch (id.kind()) {
      case TABLE, VIRTUAL_TABLE -> Optional.of(new Loss(Loss.Kind.DROP_TABLE, id));
      case COLUMN -> {
        boolean holdsValues =
            change.dropped().text(Property.GENERATED).isEmpty() && isOfKeptTable(id);
        yield holdsValues ? Optional.of(new Loss(Loss.Kind.DROP_COLUMN, id)) : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private boolean isOfKeptTable(ObjectId column) {
    ObjectId table = new ObjectId(ObjectKind.TABLE, column.container(), "");
    return diff.from().has(table) && diff.to().has(table);
  }

  @Override
  public Optional<Loss> alter(Change.Alter change) {
    ObjectId id = change.object();
    return switch (id.kind()) {
      // Who becomes strict refuses values that do not fit, and turns others into what does.
      case TABLE ->
          !change.from().is(Property.STRICT) && change.to().is(Property.STRICT)
              ? Optional.of(new Loss(Loss.Kind.NARROW_TYPE, id))
              : Optional.empty();
      case VIRTUAL_TABLE -> Optional.of(new Loss(Loss.Kind.RECREATE_TABLE, id));
      case COLUMN -> isOfKeptTable(id) ? column(change) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Loss> column(Change.Alter change) {
    ObjectId id = change.object();
    if (change.from().text(Property.GENERATED).isPresent()) {
      return Optional.empty();
    }
    if (change.to().text(Property.GENERATED).isPresent()) {
      return Optional.of(new Loss(Loss.Kind.RECREATE_COLUMN, id));
    }
    boolean kept = isStrict(id) ? keepsStrictly(change) : keeps(change);
    return kept ? Optional.empty() : Optional.of(new Loss(Loss.Kind.NARROW_TYPE, id));
  }

  private boolean isStrict(ObjectId column) {
    return diff.to()
        .find(new ObjectId(ObjectKind.TABLE, column.container(), ""))
        .filter(table -> table.is(Property.STRICT))
        .isPresent();
  }

  private static boolean keeps(Change.Alter change) {
    return Affinity.of(type(change.from())).keepsValuesAs(Affinity.of(type(change.to())));
  }

  /** ANY takes every value as it is, and no other type takes all of them. */
  private static boolean keepsStrictly(Change.Alter change) {
    String from = type(change.from());
    String to = type(change.to());
    return from.equals(to)
        || to.equals("ANY")
        || (from.startsWith("INT") && (to.startsWith("INT") || to.equals("TEXT")));
  }

  private static String type(SchemaObject column) {
    return column.text(Property.TYPE).orElse("");
  }
}
