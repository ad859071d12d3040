package io.liftlock.postgres.render;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import java.util.Comparator;

/**
 * One thing to do with one object. The natural order is what people would write where nothing
 * forces another: what goes first goes, then types before tables before what stands on tables.
 *
 * @param action what is done
 * @param object to what
 * @param rank how early, where nothing else decides
 * @param within the names of what the object is in, so that parts of one table stay together
 * @param place a column's position, so that columns are added in order; else 0
 */
record Step(Action action, ObjectId object, int rank, String within, int place)
    implements Comparable<Step> {

  private static final Comparator<Step> ORDER =
      Comparator.<Step>comparingInt(step -> step.rank)
          .thenComparing(Step::within)
          .thenComparingInt(Step::place)
          .thenComparing(Step::object)
          .thenComparing(Step::action);

  /** What can be done with an object. */
  enum Action {
    /** A column gives up its default, which stands on what is to go. */
    LOOSEN,
    DROP,
    /** A check is validated although it goes: SET NOT NULL then does not look at the rows again. */
    VALIDATE,
    ALTER,
    CREATE,
    /** A column gets its default. */
    FASTEN,
    /** What can be said only when others are there. */
    COMPLETE
  }

  static Step of(Action action, SchemaObject object) {
    int place =
        object.kind() == ObjectKind.COLUMN
            ? object.text(Property.POSITION).map(Integer::parseInt).orElse(0)
            : 0;
    return new Step(
        action,
        object.id(),
        rank(action, object),
        String.join("\0", object.id().container()),
        place);
  }

  private static int rank(Action action, SchemaObject object) {
    return switch (action) {
      case LOOSEN -> 0;
      case DROP -> 200 - rankOf(object);
      // What looks at rows without locking others out comes before what locks, even for a moment.
      case VALIDATE -> 200 + 11;
      case ALTER -> 200 + (object.kind() == ObjectKind.CONSTRAINT ? 11 : rankOf(object));
      case CREATE -> 200 + rankOf(object);
      case FASTEN -> 200 + 29;
      case COMPLETE -> 200 + 27;
    };
  }

  private static int rankOf(SchemaObject object) {
    return switch (object.kind()) {
      case EXTENSION -> 1;
      case SCHEMA -> 2;
      case COLLATION -> 3;
      case ENUM, COMPOSITE_TYPE, RANGE_TYPE -> 4;
      case DOMAIN -> 5;
      case TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE -> 6;
      case TEXT_SEARCH_DICTIONARY -> 7;
      case TEXT_SEARCH_CONFIGURATION -> 8;
      case FOREIGN_DATA_WRAPPER -> 9;
      case FOREIGN_SERVER -> 10;
      case SEQUENCE -> 11;
      case TABLE, FOREIGN_TABLE, VIRTUAL_TABLE -> 12;
      case COLUMN -> 13;
      case CONSTRAINT -> foreignKey(object) ? 23 : 14;
      case INDEX -> 16;
      case STATISTICS -> 22;
      case VIEW -> 24;
      case MATERIALIZED_VIEW -> 25;
      case FUNCTION, PROCEDURE -> 26;
      case AGGREGATE, OPERATOR, CAST -> 28;
      case TRIGGER, RULE -> 30;
      case POLICY -> 31;
      case EVENT_TRIGGER -> 33;
      case PUBLICATION -> 34;
      case DEFAULT_PRIVILEGES -> 35;
    };
  }

  private static boolean foreignKey(SchemaObject object) {
    return object
        .text(Property.CONSTRAINT_TYPE)
        .filter(io.liftlock.core.schema.Constraint.FOREIGN_KEY::equals)
        .isPresent();
  }

  @Override
  public int compareTo(Step other) {
    return ORDER.compare(this, other);
  }
}
