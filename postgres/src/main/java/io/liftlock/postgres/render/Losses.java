package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.Optional;
import java.util.Set;

/** What changes destroy. */
final class Losses {

  private final SchemaDiff diff;
  private final Set<ObjectId> replaced;

  Losses(SchemaDiff diff, Passage passage) {
    this.diff = diff;
    this.replaced = Replacements.of(diff, passage, Set.of()).replaced();
  }

  /** Between what. */
  SchemaDiff diff() {
    return diff;
  }

  /** What a change destroys, if anything. */
  Optional<Loss> of(Change change) {
    return change.match(
        new Change.Some<Loss>() {
          @Override
          public Optional<Loss> drop(Change.Drop drop) {
            return ofDrop(drop.dropped());
          }

          @Override
          public Optional<Loss> alter(Change.Alter alter) {
            return ofAlter(alter);
          }
        });
  }

  private Optional<Loss> ofDrop(SchemaObject object) {
    Loss.Kind kind =
        switch (object.kind()) {
          case TABLE -> Loss.Kind.DROP_TABLE;
          case SCHEMA -> Loss.Kind.DROP_SCHEMA;
          case EXTENSION -> Loss.Kind.DROP_EXTENSION;
          case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> Loss.Kind.DROP_TYPE;
          case SEQUENCE -> ownerGoes(object) ? null : Loss.Kind.DROP_SEQUENCE;
          case COLUMN -> keepsRows(object) ? Loss.Kind.DROP_COLUMN : null;
          default -> null;
        };
    return Optional.ofNullable(kind).map(k -> new Loss(k, object.id()));
  }

  /** A column's sequence goes with its column, which is told. */
  private boolean ownerGoes(SchemaObject sequence) {
    return Parts.owner(sequence, diff.from())
        .filter(column -> !diff.to().has(column.id()) || replaced.contains(column.id()))
        .isPresent();
  }

  /** Whether a dropped column holds values that are not lost with its table or computed again. */
  private boolean keepsRows(SchemaObject column) {
    return column.text(Property.GENERATED).isEmpty()
        && column.list(Property.INHERITED).isEmpty()
        && diff.from()
            .whole(column.id())
            .filter(whole -> whole.kind() == ObjectKind.TABLE)
            .filter(whole -> diff.to().has(whole.id()) && !replaced.contains(whole.id()))
            .isPresent();
  }

  private Optional<Loss> ofAlter(Change.Alter change) {
    ObjectId id = change.object();
    return switch (id.kind()) {
      case TABLE -> loss(replaced.contains(id), Loss.Kind.RECREATE_TABLE, id);
      case COLUMN -> ofColumn(change);
      case ENUM -> loss(!keepsAll(change, Property.VALUES), Loss.Kind.DROP_VALUE, id);
      case DOMAIN -> loss(narrows(change, Property.BASE_TYPE), Loss.Kind.NARROW_TYPE, id);
      case COMPOSITE_TYPE ->
          loss(!keepsAll(change, Property.ATTRIBUTES), Loss.Kind.NARROW_TYPE, id);
      default -> Optional.empty();
    };
  }

  private static Optional<Loss> loss(boolean there, Loss.Kind kind, ObjectId id) {
    return there ? Optional.of(new Loss(kind, id)) : Optional.empty();
  }

  private static boolean keepsAll(Change.Alter change, Property property) {
    return change.to().list(property).containsAll(change.from().list(property));
  }

  private Optional<Loss> ofColumn(Change.Alter change) {
    ObjectId id = change.object();
    Optional<SchemaObject> whole = diff.from().whole(id);
    if (whole.filter(w -> w.kind() == ObjectKind.TABLE).isEmpty()
        || change.from().text(Property.GENERATED).isPresent()) {
      return Optional.empty();
    }
    if (whole.filter(w -> replaced.contains(w.id())).isPresent()) {
      return Optional.of(new Loss(Loss.Kind.RECREATE_TABLE, whole.get().id()));
    }
    if (replaced.contains(id)) {
      return Optional.of(new Loss(Loss.Kind.RECREATE_COLUMN, id));
    }
    return narrows(change, Property.TYPE)
        ? Optional.of(new Loss(Loss.Kind.NARROW_TYPE, id))
        : Optional.empty();
  }

  private static boolean narrows(Change.Alter change, Property type) {
    return change.properties().contains(type)
        && !Casts.widens(change.from().text(type).orElse(""), change.to().text(type).orElse(""));
  }
}
